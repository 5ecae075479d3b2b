// Talking to it: a microphone that plays human speech, a file, barge-in, and typed turns.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { becomes, browser, check, Mock, nameless, open } from "../world.mjs";
import { SPEECH } from "./sessions.mjs";

export async function run({ installed, pictures }) {
  if (!existsSync(SPEECH)) {
    console.log("SKIPPED: there is no human speech at " + SPEECH + " (Debian: asterisk-core-sounds-en-wav); nobody talked.");
    check("talk: with CI=true there is human speech", process.env.CI !== "true");
    return;
  }
  const mock = await Mock.start();
  const chromium = await browser(installed, { microphone: SPEECH });
  try {
    await microphone(chromium, mock, pictures);
    await file(chromium, mock);
    await refused(chromium, mock);
  } finally {
    await chromium.close();
    await mock.stop();
  }
  await withKeys(installed);
}

const trace = async (mock, session) => (await (await fetch(new URL(`/soundcheck/sessions/${session}/trace`, mock.page))).text()).trim().split("\n").slice(1).map((line) => JSON.parse(line));
const events = async (mock, session, type) => (await trace(mock, session)).filter((line) => line.event?.type === type);

async function microphone(chromium, mock, pictures) {
  const { page, close } = await open(chromium, mock.page + "#/talk");
  check("talk: everything has a name", (await nameless(page)).length === 0, (await nameless(page)).join(" "));
  await page.getByRole("button", { name: "Talk with the microphone" }).click();
  await page.waitForURL(/#\/talk\/1$/);
  await becomes("talk: its session is seen beside it", async () => (await page.locator(".session .badge").innerText()) === "live");
  await becomes("talk: what was said is written down", async () => await page.locator(".transcript .is-you").count() > 0, () => page.locator(".transcript").innerText());
  await becomes("talk: the answer is written down", async () => /I heard you speak/.test(await page.locator(".transcript").innerText()), () => page.locator(".transcript").innerText());
  const heard = (await events(mock, 1, "input_audio_buffer.append")).map((line) => Buffer.from(line.event.audio, "base64").length);
  check("talk: the microphone comes in small pieces", heard.length > 100 && heard.slice(5).every((length) => length > 0 && length <= 2000), heard.slice(0, 8).join(" "));
  const seconds = heard.reduce((sum, length) => sum + length, 0) / 48_000;
  // A busy machine opens a microphone late; what counts is how fast it comes from then on.
  const times = (await trace(mock, 1)).filter((line) => line.event?.type === "input_audio_buffer.append").map((line) => line.at / 1e6);
  const lasted = times.at(-1) - times[0];
  check("talk: and at its own speed", Math.abs(seconds - lasted) < 1.5, `${seconds.toFixed(1)} s in ${lasted.toFixed(1)} s`);
  check("talk: the server found the words' end", (await events(mock, 1, "input_audio_buffer.speech_stopped")).length > 0);
  await page.screenshot({ path: join(pictures, "talk.png") });
  await page.getByRole("textbox", { name: "A typed turn" }).fill("Stop, please");
  await page.keyboard.press("Enter");
  await becomes("talk: a typed turn is answered", async () => /You typed: Stop, please/.test(await page.locator(".transcript").innerText()), () => page.locator(".transcript").innerText());
  await becomes("talk: what was broken into is cut where it was heard", async () => (await events(mock, 1, "conversation.item.truncated")).length > 0);
  const cut = (await events(mock, 1, "conversation.item.truncate"))[0]?.event.audio_end_ms;
  check("talk: in the middle", cut > 0 && cut < 6000, cut);
  await page.getByRole("button", { name: "Hang up" }).click();
  await becomes("talk: it is over", async () => /The call is over/.test(await page.locator(".talk .state").innerText()), () => page.locator(".talk .state").innerText());
  check("talk: nothing was wrong with what the page said", (await mock.ask("findings?session=1")).findings.length === 0, JSON.stringify((await mock.ask("findings?session=1")).findings));
  await close("talk");
}

async function file(chromium, mock) {
  const { page, close } = await open(chromium, mock.page + "#/talk");
  await page.getByRole("button", { name: "Play the file" }).click();
  check("talk: a file has to be chosen", (await page.locator(".talk .state").innerText()).includes("Choose a file"));
  await page.getByLabel("A file to speak").setInputFiles({ name: "noise.wav", mimeType: "audio/wav", buffer: Buffer.from("no sound at all") });
  await page.getByRole("button", { name: "Play the file" }).click();
  await becomes("talk: a file that is no sound is told", async () => (await page.locator(".talk .state").innerText()).includes("no sound that the browser can read"), () => page.locator(".talk .state").innerText());
  await page.getByLabel("A file to speak").setInputFiles(SPEECH);
  await page.getByRole("combobox", { name: "Scenario" }).fill("conversation/whatever-is-said-is-answered");
  await page.getByRole("button", { name: "Play the file" }).click();
  await becomes("talk: a file is understood like a microphone", async () => /I heard you speak/.test(await page.locator(".transcript").innerText()), () => page.locator(".transcript").innerText(), 25_000);
  await page.getByRole("button", { name: "Hang up" }).click();
  await close("talk with a file");
}

async function refused(chromium, mock) {
  const { page, close } = await open(chromium, mock.page + "#/talk", { quiet: [/WebSocket/] });
  await page.getByRole("combobox", { name: "Scenario" }).fill("no/such-thing");
  await page.getByRole("button", { name: "Type only" }).click();
  await becomes("talk: a scenario that does not exist is told", async () => (await page.locator(".talk .state").innerText()).includes("did not come about"), () => page.locator(".talk .state").innerText());
  await close("talk, refused");
}

async function withKeys(installed) {
  const mock = await Mock.start(0, "--key", "right");
  const chromium = await browser(installed);
  const { page, close } = await open(chromium, mock.page + "#/talk", { quiet: [/40[01]/] });
  await page.getByRole("button", { name: "Type only" }).click();
  await becomes("talk: a key that is needed is asked for", async () => /key/i.test(await page.locator(".talk .state").innerText()) && await page.getByRole("button", { name: "Type only" }).isVisible(), () => page.locator(".talk .state").innerText());
  await page.getByLabel("API key").fill("right");
  await page.getByRole("button", { name: "Type only" }).click();
  await page.getByRole("textbox", { name: "A typed turn" }).fill("Hello");
  await page.waitForURL(/#\/talk\/\d+$/);
  await page.keyboard.press("Enter");
  await becomes("talk: with the key it answers", async () => /You typed: Hello/.test(await page.locator(".transcript").innerText()), () => page.locator(".transcript").innerText());
  await close("talk with a key");
  await chromium.close();
  await mock.stop();
}
