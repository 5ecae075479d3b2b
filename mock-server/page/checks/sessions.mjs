// A conversation that was held: its list entry, its timeline, its sound, its events and what is wrong with them.

import { join } from "node:path";
import { becomes, browser, check, Mock, nameless, open, rowsOf } from "../world.mjs";
import { Speaker } from "../speaker.mjs";

export const SPEECH = process.env.SPEECH ?? "/usr/share/asterisk/sounds/en/vm-intro.wav";

export async function run({ installed, pictures }) {
  const mock = await Mock.start();
  const chromium = await browser(installed);
  try {
    await empty(chromium, mock);
    await mock.talk("--say", "What is the weather in Paris?", "--barge-in", "700", SPEECH, "--text", "Thanks");
    await listed(chromium, mock);
    await looked(chromium, mock, pictures);
    await wrong(chromium, mock, pictures);
    await keys(chromium, mock);
  } finally {
    await chromium.close();
    await mock.stop();
  }
}

async function empty(chromium, mock) {
  const { page, close } = await open(chromium, mock.page);
  await page.getByText("No session yet").waitFor();
  check("sessions: the first thing to do is told", (await page.locator(".nothing").innerText()).includes(mock.url), await page.locator(".nothing").innerText());
  await close("sessions, none yet");
}

async function listed(chromium, mock) {
  const { page, close } = await open(chromium, mock.page);
  await page.locator(".card").waitFor();
  const card = await page.locator(".card").innerText();
  check("sessions: number, scenario, profile and end are told", ["#1", "conversation/whatever-is-said-is-answered", "live", "closed 1000 by the client"].every((part) => card.includes(part)), card);
  await page.getByRole("searchbox", { name: "Search sessions" }).fill("nothing like it");
  await becomes("sessions: the search filters", async () => await page.locator(".card").count() === 0);
  await page.getByRole("searchbox", { name: "Search sessions" }).fill("whatever");
  await page.locator(".card").click();
  await page.waitForURL(/#\/session\/1$/);
  check("sessions: the title names the session", await page.title() === "#1 · Soundcheck", await page.title());
  await close("sessions");
}

async function looked(chromium, mock, pictures) {
  const { page, close } = await open(chromium, mock.page + "#/session/1");
  await page.locator(".row.head").first().waitFor();
  const lines = (await (await fetch(new URL("/soundcheck/sessions/1/trace", mock.page))).text()).trim().split("\n").length - 1;
  await becomes("session: all of it is read", async () => await page.locator(".session .count").last().innerText() === lines + " events", async () => `${await page.locator(".session .count").last().innerText()} of ${lines}`);
  const heads = await page.locator(".row.head").allInnerTexts();
  check("session: turns and answers are told", heads.some((text) => text.includes("Turn 1")) && heads.some((text) => text.includes("Answer 1")), heads.join(" | "));
  check("session: the interruption is told", heads.some((text) => text.includes("interrupted after")), heads.join(" | "));
  check("session: pieces are one row", (await rowsOf(page)).some((text) => /input_audio_buffer\.append\s*▸ ×\d+/.test(text)), (await rowsOf(page)).slice(0, 12).join(" | "));
  const drawn = await page.locator(".soundbox canvas").evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Map();
    for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 200) colours.set(`${data[i]},${data[i + 1]},${data[i + 2]}`, (colours.get(`${data[i]},${data[i + 1]},${data[i + 2]}`) ?? 0) + 1);
    return { client: colours.get("29,95,184") ?? 0, server: colours.get("122,58,168") ?? 0 };
  });
  check("session: both waveforms are drawn in the colours of their sides", drawn.client > 800 && drawn.server > 800, JSON.stringify(drawn));
  await plays(page);
  check("session: everything has a name", (await nameless(page)).length === 0, (await nameless(page)).join(" "));
  await page.screenshot({ path: join(pictures, "session-light.png") });
  await page.getByRole("searchbox", { name: "Search events" }).fill("speech_started");
  await becomes("session: the search finds events", async () => (await rowsOf(page)).length > 0 && (await rowsOf(page)).every((text) => text.includes("speech_started")), async () => (await rowsOf(page)).join(" | "));
  await close("session");
}

async function plays(page) {
  await page.getByRole("button", { name: "▶ Play" }).click();
  await becomes("session: the sound plays", async () => Number(await page.locator("canvas").getAttribute("aria-valuenow")) > 0.2, () => page.locator("canvas").getAttribute("aria-valuenow"));
  await page.getByRole("button", { name: "Pause" }).click();
  const at = await page.locator("canvas").getAttribute("aria-valuenow");
  await page.locator("canvas").focus();
  await page.keyboard.press("End");
  check("session: keys move the place in the sound", Number(await page.locator("canvas").getAttribute("aria-valuenow")) > Number(at), at);
}

/** A client's mistake is marked where it happened, and explained when it is opened. */
async function wrong(chromium, mock, pictures) {
  const speaker = await Speaker.open(chromium, mock);
  const socket = await speaker.say(mock, [JSON.stringify({ type: "session.update", session: { voice: 7, turn_detection: { type: "psychic" } } }), JSON.stringify({ type: "session.rename" }), "no json"]);
  const { page, close } = await open(chromium, mock.page + "#/session/2");
  await becomes("finding: each is a row", async () => await page.locator(".row.finding").count() >= 3, async () => (await rowsOf(page)).join(" | "));
  check("finding: it is told how many", (await page.locator(".verdict").innerText()).includes("findings"), await page.locator(".verdict").innerText());
  await page.locator(".row.event.wrong", { hasText: "session.update" }).first().click();
  await page.locator(".detail .known").first().waitFor();
  const detail = await page.locator(".detail").innerText();
  check("finding: what was expected and found", detail.includes("Expected at") && detail.includes("Found"), detail.slice(0, 400));
  check("finding: the member is marked in the JSON", (await page.locator(".tree .line.wrong").allInnerTexts()).some((text) => text.includes("voice")), (await page.locator(".tree .line.wrong").allInnerTexts()).join(" | "));
  check("event: its schema explains it", detail.includes("events.yaml") && detail.includes("required"), detail.slice(0, 600));
  await page.getByRole("button", { name: "Copy as scenario step" }).click();
  await page.getByText("Copied.").waitFor();
  check("event: it is copied as a step", (await page.evaluate(() => navigator.clipboard.readText())).startsWith("When the client sends \"session.update\" with\n  \"\"\"json"), await page.evaluate(() => navigator.clipboard.readText()));
  await page.setViewportSize({ width: 960, height: 700 });
  await becomes("event: what was chosen stays in sight when rows change their height", () => page.locator(".row[aria-selected=true]").evaluate((row) => {
    const list = row.closest(".long").getBoundingClientRect();
    const box = row.getBoundingClientRect();
    return box.height > 40 && box.top >= list.top - 1 && box.bottom <= list.bottom + 1;
  }));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.screenshot({ path: join(pictures, "event-light.png") });
  check("event: everything has a name", (await nameless(page)).length === 0, (await nameless(page)).join(" "));
  await page.getByRole("button", { name: "Close the event" }).click();
  await becomes("event: it is closed again", async () => !await page.locator(".detail").isVisible());
  await speaker.hangUp(socket);
  await becomes("session: its end is seen", async () => (await page.locator(".badge").innerText()) === "closed 1000 by the client", () => page.locator(".badge").innerText());
  await speaker.close();
  await close("finding");
}

async function keys(chromium, mock) {
  const { page, close } = await open(chromium, mock.page + "#/session/2");
  await page.locator(".row.finding").first().waitFor();
  await page.keyboard.press("n");
  await becomes("keys: N goes to a finding", async () => await page.locator(".row.finding[aria-selected=true]").count() === 1);
  await page.locator(".session .long").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  const active = () => page.locator(".session .long").evaluate((list) => document.getElementById(list.getAttribute("aria-activedescendant"))?.getAttribute("aria-posinset"));
  await becomes("keys: arrows move in the timeline, and say where", async () => await active() === "2", active);
  await page.keyboard.press("Enter");
  await page.locator(".detail").waitFor();
  await page.keyboard.press("Escape");
  await becomes("keys: Escape closes the event", async () => !await page.locator(".detail").isVisible());
  await page.keyboard.press("?");
  check("keys: they are told", await page.locator("dialog.keys").isVisible());
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.waitForURL(/#\/$/);
  await close("keys");
}
