// Much of everything: sessions, events, letters.

import { join } from "node:path";
import { becomes, browser, check, Mock, open, rowsOf, tooWide } from "../world.mjs";
import { Speaker, visits } from "../speaker.mjs";

const SESSIONS = 2000;
const EVENTS = 5000;

export async function run({ installed, pictures }) {
  const mock = await Mock.start(0, "--limit", "ended=5000,rate=100000,trace=256MiB,items=20000");
  const chromium = await browser(installed);
  try {
    const speaker = await Speaker.open(chromium, mock);
    await speaker.say(mock, Array.from({ length: EVENTS }, (_, number) => JSON.stringify({ type: "conversation.item.create", event_id: "n" + number, item: { type: "message", role: "user", content: [{ type: "input_text", text: "turn " + number }] } })));
    await speaker.say(mock, [JSON.stringify({ type: "session.update", session: { instructions: "long ".repeat(240_000), tools: Array.from({ length: 100 }, (_, number) => ({ type: "function", name: "tool_" + number, parameters: { type: "object", properties: Object.fromEntries(Array.from({ length: 20 }, (_, place) => ["p" + place, { type: "string" }])) } })) } })]);
    await visits(mock, SESSIONS);
    await sessions(chromium, mock, pictures);
    await events(chromium, mock, pictures);
    await megabyte(chromium, mock, pictures);
  } finally {
    await chromium.close();
    await mock.stop();
  }
}

/** The longest time in which the page did nothing else, in milliseconds, while somebody scrolls. */
async function stutter(page, list) {
  return page.locator(list).evaluate(async (long) => {
    const times = [];
    let last = performance.now();
    for (let step = 0; step < 60; step++) {
      long.scrollTop = (long.scrollHeight - long.clientHeight) * (step % 2 === 0 ? step / 60 : 1 - step / 60);
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times.sort((one, other) => one - other)[Math.floor(times.length * 0.9)];
  });
}

async function sessions(chromium, mock, pictures) {
  const { page, close } = await open(chromium, mock.page);
  await becomes("many: all sessions are listed", async () => (await page.locator(".listing .count").innerText()).startsWith("2,00"), () => page.locator(".listing .count").innerText());
  check("many: few of them are elements", await page.locator(".card").count() < 80, await page.locator(".card").count());
  const slow = await stutter(page, ".listing .long");
  check(`many: scrolling sessions does not stutter (${slow.toFixed(0)} ms)`, slow < 100, slow);
  await page.getByRole("searchbox", { name: "Search sessions" }).fill("#17");
  await becomes("many: the search finds some", async () => /^\d+ of 2,00\d sessions/.test(await page.locator(".listing .count").innerText()), () => page.locator(".listing .count").innerText());
  await page.screenshot({ path: join(pictures, "many-sessions.png") });
  await close("many sessions");
}

async function events(chromium, mock, pictures) {
  const { page, close } = await open(chromium, mock.page + "#/session/1");
  await becomes("many: all events are there", async () => Number((await page.locator(".session .count").last().innerText()).replace(/\D/g, "")) >= 2 * EVENTS, () => page.locator(".session .count").last().innerText(), 30_000);
  check("many: few rows are elements", await page.locator(".row").count() < 100, await page.locator(".row").count());
  const slow = await stutter(page, ".session .long");
  check(`many: scrolling ${2 * EVENTS} events does not stutter (${slow.toFixed(0)} ms)`, slow < 100, slow);
  const began = Date.now();
  await page.getByRole("searchbox", { name: "Search events" }).fill("\"turn 4321\"");
  await becomes("many: the search finds one", async () => (await rowsOf(page)).length > 0 && (await rowsOf(page)).every((text) => text.includes("turn 4321")), async () => (await rowsOf(page)).length);
  check("many: it finds it soon", Date.now() - began < 3000, Date.now() - began);
  await page.screenshot({ path: join(pictures, "many-events.png") });
  await close("many events");
}

async function megabyte(chromium, mock, pictures) {
  const { page, close } = await open(chromium, mock.page + "#/session/2");
  await page.locator(".row", { hasText: "session.update" }).first().waitFor();
  const began = Date.now();
  await page.locator(".row", { hasText: "session.update" }).first().click();
  await page.locator(".detail .known").first().waitFor();
  check("many: a megabyte opens soon", Date.now() - began < 3000, Date.now() - began);
  await page.getByRole("button", { name: /more characters/ }).first().click();
  await page.getByRole("button", { name: /Show more: / }).click();
  check("many: more of it can be seen", (await page.locator(".tree").innerText()).length > 30_000, (await page.locator(".tree").innerText()).length);
  check("many: nothing is wider than the screen", await tooWide(page) <= 0, await tooWide(page));
  await page.screenshot({ path: join(pictures, "megabyte.png") });
  await close("a megabyte");
}
