// A session that is looked at while it runs.

import { becomes, browser, check, Mock, open, rowsOf } from "../world.mjs";
import { Speaker } from "../speaker.mjs";

const typed = (text) => JSON.stringify({ type: "conversation.item.create", item: { type: "message", role: "user", content: [{ type: "input_text", text }] } });
const bottom = (page) => page.locator(".session .long").evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);

export async function run({ installed }) {
  const mock = await Mock.start();
  const chromium = await browser(installed);
  try {
    const speaker = await Speaker.open(chromium, mock);
    const socket = await speaker.say(mock, [typed("one")]);
    const { page, close } = await open(chromium, mock.page + "#/session/1");
    await page.locator(".row.head", { hasText: "one" }).waitFor();
    check("live: it is told that it runs", await page.locator(".badge").innerText() === "live");
    await speaker.more(socket, Array.from({ length: 60 }, (_, number) => typed("line " + number)));
    await becomes("live: what comes is seen at once", async () => (await rowsOf(page)).some((text) => text.includes("line 59")), async () => (await rowsOf(page)).slice(-3).join(" | "), 5000);
    await becomes("live: it follows", async () => await bottom(page) < 60, () => bottom(page));
    await page.keyboard.press("f");
    await page.locator(".session .long").evaluate((list) => { list.scrollTop = 0; });
    await speaker.more(socket, [typed("afterwards")]);
    await becomes("live: more is known", async () => (await page.locator(".session .count").last().innerText()) !== "", () => "");
    await page.waitForTimeout(400);
    check("live: frozen, it stays where it is", await page.locator(".session .long").evaluate((list) => list.scrollTop) === 0);
    await page.keyboard.press("f");
    await becomes("live: following again", async () => (await rowsOf(page)).some((text) => text.includes("afterwards")), async () => (await rowsOf(page)).slice(-3).join(" | "));
    await lying(page, speaker, socket);
    await close("live");
    await opening(chromium, mock, speaker);
  } finally {
    await chromium.close();
    await mock.stop();
  }
}

/** What somebody has opened or stands on is not taken away when more becomes known. */
async function lying(page, speaker, socket) {
  await page.locator(".menu summary").click();
  const choice = page.getByRole("button", { name: "Trace (NDJSON)" });
  await choice.focus();
  await speaker.hangUp(socket);
  await page.locator(".badge.is-ended").waitFor();
  check("live: a menu that lies open stays open", await choice.isVisible());
  check("live: the keyboard stays where it was", await page.evaluate(() => document.activeElement.textContent) === "Trace (NDJSON)", await page.evaluate(() => document.activeElement.outerHTML.slice(0, 90)));
}

/** While its trace is read a session goes on. */
async function opening(chromium, mock, speaker) {
  const socket = await speaker.say(mock, Array.from({ length: 500 }, () => typed("much")));
  await speaker.goOn(socket, typed("more"), 800);
  const { page, close } = await open(chromium, mock.page + "#/session/2");
  await speaker.page.waitForTimeout(4500);
  await speaker.hangUp(socket);
  await page.locator(".badge.is-ended").waitFor();
  const trace = await (await fetch(new URL("/soundcheck/sessions/2/trace", mock.page))).text();
  const lines = trace.trim().split("\n").length - 1;
  await becomes("live: nothing twice, nothing lost", async () => Number((await page.locator(".session .count").last().innerText()).replace(/\D/g, "")) === lines, async () => `${await page.locator(".session .count").last().innerText()} of ${lines}`, 3000);
  await close("live, opened in the middle");
}
