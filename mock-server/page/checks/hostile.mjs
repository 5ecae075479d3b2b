// What others say is text, whatever it looks like, in every place where it is shown.

import { join } from "node:path";
import { becomes, browser, check, Mock, open, tooWide } from "../world.mjs";
import { Speaker } from "../speaker.mjs";

const EVIL = ["<img src=x onerror=alert(1)>", "</script><script>alert(2)</script>", "\u202egnp.exe\u202c", "a\u0000\u0007\u001b[31mred", "javascript:alert(3)", "'\"><svg onload=alert(4)>", "x".repeat(4000), "{{7*7}}${7*7}", "👩‍👩‍👧‍👦".repeat(40)];

export async function run({ installed, pictures }) {
  const mock = await Mock.start();
  const chromium = await browser(installed);
  try {
    const speaker = await Speaker.open(chromium, mock);
    const socket = await speaker.say(mock, said(), "?" + new URLSearchParams({ model: EVIL[0] + EVIL[2], test: EVIL[1] }));
    await speaker.more(socket, [JSON.stringify({ type: "pong" })]);
    await page(chromium, mock, pictures);
    await policy(chromium, mock);
  } finally {
    await chromium.close();
    await mock.stop();
  }
}

function said() {
  const events = EVIL.flatMap((evil) => [
    { type: evil }, { type: "conversation.item.create", item: { type: "message", role: "user", content: [{ type: "input_text", text: evil }] } },
    { type: "session.update", session: { [evil]: evil, instructions: evil, voice: evil } }, { type: "response.create", event_id: evil, response: { instructions: evil } },
    { type: "conversation.item.create", item: { type: "function_call_output", call_id: evil, output: evil } },
  ]);
  return [...events.map((event) => JSON.stringify(event)), ...EVIL, { bytes: Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256) },
    JSON.stringify({ type: "session.update", session: JSON.parse("[".repeat(60) + "]".repeat(60)) }), "{\"type\":\"__proto__\",\"__proto__\":{\"polluted\":1},\"constructor\":{\"prototype\":{}}}"];
}

async function page(chromium, mock, pictures) {
  const { page: seen, close } = await open(chromium, mock.page);
  await seen.locator(".card").first().waitFor();
  await seen.locator(".card").first().click();
  await becomes("hostile: findings are counted", async () => (await seen.locator(".verdict").innerText()).includes("findings"), () => seen.locator(".verdict").innerText());
  const opened = await everyEvent(seen);
  check("hostile: every event was opened", opened > 40, opened);
  check("hostile: no element of theirs", await seen.evaluate(() => document.querySelectorAll("img, svg, iframe, object").length) === 0 && await seen.locator("script").count() === 1, await seen.evaluate(() => document.querySelectorAll("img, svg, script").length));
  check("hostile: nothing was polluted", await seen.evaluate(() => ({}).polluted === undefined));
  check("hostile: nothing is wider than the screen", await tooWide(seen) <= 0, await tooWide(seen));
  await seen.goto(mock.page + "#/session/1");
  await seen.getByRole("searchbox", { name: "Search events" }).fill("onerror");
  await becomes("hostile: their words are words", async () => (await seen.locator(".row", { hasText: "<img src=x onerror" }).count()) > 0);
  check("hostile: what turns the writing is seen", (await seen.locator(".about").innerText()).includes("\\u202e"), await seen.locator(".about").innerText());
  await seen.screenshot({ path: join(pictures, "hostile.png") });
  await close("hostile");
}

async function everyEvent(seen) {
  const number = Number((await seen.locator(".session .count").last().innerText()).replace(/\D/g, ""));
  let opened = 0;
  for (let index = 0; index < Math.min(number, 110); index += 2) {
    await seen.evaluate((place) => { location.hash = "#/session/1/" + place; }, index);
    await seen.waitForFunction(() => document.querySelector(".detail h2") !== null);
    opened++;
  }
  return opened;
}

/** What is not ours does not run, even where somebody found a way to put it there. */
async function policy(chromium, mock) {
  const answer = await fetch(mock.page, { headers: { Accept: "text/html" } });
  const told = answer.headers.get("Content-Security-Policy");
  check("policy: all is forbidden that is not named", told.startsWith("default-src 'none'") && !told.includes("unsafe") && told.includes("frame-ancestors 'none'"), told);
  check("policy: types are not guessed", answer.headers.get("X-Content-Type-Options") === "nosniff");
  const { page: seen, close } = await open(chromium, mock.page, { quiet: [/Content Security Policy/, /Refused to/, /Failed to load resource/] });
  await seen.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    const image = document.createElement("div");
    image.innerHTML = "<img src=x onerror='window.ran = true'>";
    document.body.append(image);
  });
  const elsewhere = await seen.evaluate(() => fetch("http://127.0.0.1:9/").then(() => "asked", (failure) => failure.message));
  await seen.waitForTimeout(200);
  check("policy: nothing of theirs runs", await seen.evaluate(() => window.ran === undefined));
  check("policy: nothing is asked elsewhere", elsewhere !== "asked", elsewhere);
  await close("policy");
  const json = await fetch(mock.page);
  check("the root tells programs what it told them", (await json.json()).name === "Soundcheck" && json.headers.get("Content-Type").includes("json"));
  const files = await Promise.all(["soundcheck/page/../control-api.json", "soundcheck/page/model/..%2f..%2fMockVoiceServer.class", "soundcheck/page/PageFiles.class", "soundcheck/page/model/none.js", "soundcheck/page/"].map((path) => fetch(mock.page + path)));
  check("policy: there are no files but the page's", files.every((one) => one.status === 404 || one.status === 400), files.map((one) => one.status).join(" "));
  const known = await fetch(mock.page + "soundcheck/page/main.js", { headers: { "If-None-Match": (await fetch(mock.page + "soundcheck/page/main.js")).headers.get("ETag") } });
  check("files that are known are not sent again", known.status === 304, known.status);
}
