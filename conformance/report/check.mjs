// Opens the pages of sample reports as people do, and says what is not as it should be.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [installed, samples, pictures] = process.argv.slice(2);
const { chromium } = createRequire(installed + "/")("playwright-core");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required"];
const profile = await mkdtemp(join(tmpdir(), "soundcheck-page-"));
let failed = 0;

function check(name, fine, found = "") {
  console.log((fine ? "ok    " : "FAIL  ") + name + (fine || found === "" ? "" : ": found " + found));
  failed += fine ? 0 : 1;
}

/** A page of its own; what it logs, throws or fetches is a finding. */
async function open(sample, { width = 1200, scheme = "light" } = {}) {
  const context = await chromium.launchPersistentContext(join(profile, String(Math.random()).slice(2)), {
    executablePath: process.env.BROWSER, headless: true, args: FLAGS, viewport: { width, height: 900 }, colorScheme: scheme });
  const page = context.pages()[0] ?? await context.newPage();
  const noise = [];
  page.on("console", (message) => noise.push(message.type() + ": " + message.text()));
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("dialog", (dialog) => { noise.push("dialog: " + dialog.message()); dialog.dismiss(); });
  const address = pathToFileURL(join(samples, sample, "index.html")).href;
  page.on("request", (request) => { if (!/^(blob|data):/.test(request.url()) && request.url() !== address) noise.push("fetches " + request.url()); });
  await page.goto(address);
  await settled(page);
  return { page, async close(name) {
    check(name + ": nothing on the console, nothing fetched", noise.length === 0, noise.join(" | "));
    await context.close();
  } };
}

/** What is opened gets its content a moment later. */
const settled = (page) => page.waitForFunction(() => [...document.querySelectorAll(".cards > li > details[open]")].every((one) => one.children.length > 1));
const shown = (page) => page.locator("#list .cards > li:visible").count();
const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const picture = (page, name) => page.screenshot({ path: join(pictures, name + ".png"), fullPage: true });

/** The names and roles that a screen reader would miss. */
const nameless = (page) => page.evaluate(() => [...document.querySelectorAll("button, a, input, select, audio, summary")]
  .filter((one) => !(one.textContent.trim() || one.getAttribute("aria-label") || one.title)).map((one) => one.outerHTML.slice(0, 80)));

async function oneTarget() {
  const { page, close } = await open("failing");
  check("the title names the target", (await page.title()).startsWith("wss://voice.example.com"), await page.title());
  check("the first finding lies open", await page.locator("#check-no-audio-after-cancel").getAttribute("open") !== null);
  check("the offence is marked in the timeline", await page.locator("#check-no-audio-after-cancel .wrong").count() === 1);
  check("both sides have their lanes", await page.locator("#check-no-audio-after-cancel .timeline > .client").count() > 0
    && await page.locator("#check-no-audio-after-cancel .timeline > .server").count() > 0);
  const before = await page.locator("#check-no-audio-after-cancel .timeline > li").count();
  await page.getByRole("button", { name: "Show the whole conversation" }).first().click();
  check("the whole conversation can be seen", await page.locator("#check-no-audio-after-cancel .timeline > li").count() > before);
  check("everything has a name", (await nameless(page)).length === 0, (await nameless(page)).join(" "));
  check("there is one first heading", await page.locator("h1").count() === 1);
  await filter(page);
  await keyboard(page);
  await sound(page);
  await picture(page, "one-light");
  await close("one target");
}

async function filter(page) {
  await page.getByRole("searchbox").fill("acknowledged");
  check("the text filters", await shown(page) === 1, await shown(page));
  await page.getByRole("searchbox").fill("");
  await page.locator("[data-outcome=warning].chip").click();
  check("an outcome filters", await shown(page) === 1, await shown(page));
  await page.locator("[data-outcome=warning].chip").click();
  await page.getByLabel("Section", { exact: true }).selectOption("responses");
  check("a section filters", await shown(page) === 8, await shown(page));
  check("the count is told", (await page.locator(".count").textContent()).startsWith("8 of 29"), await page.locator(".count").textContent());
  await page.getByLabel("Section", { exact: true }).selectOption("");
}

async function keyboard(page) {
  const summary = page.locator("#check-session-update-is-acknowledged > summary");
  await page.locator("#check-no-audio-after-cancel > summary").focus();
  for (let i = 0; i < 60 && !await summary.evaluate((one) => one === document.activeElement); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settled(page);
  check("a finding opens by keys", await page.locator("#check-session-update-is-acknowledged .offence").first().isVisible());
  await page.locator(".cells a[title^='speech-offsets']").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#check-speech-offsets-are-true").open);
  check("a cell of the matrix leads to its finding", await page.evaluate(() => document.activeElement.parentElement.id) === "check-speech-offsets-are-true");
}

async function sound(page) {
  const audio = page.locator("#check-no-audio-after-cancel audio");
  await page.waitForFunction((one) => one.readyState > 0, await audio.elementHandle(), { timeout: 10_000 }).catch(() => {});
  const lasts = await audio.evaluate((one) => one.duration);
  check("the sound can be played", lasts > 4 && lasts < 6, lasts);
  const played = await audio.evaluate(async (one) => { await one.play(); await new Promise((done) => one.addEventListener("timeupdate", done, { once: true })); one.pause(); return one.error?.message ?? "played"; });
  check("it plays", played === "played", played);
  await page.locator("#check-no-audio-after-cancel .play select").selectOption("server");
  await page.waitForFunction((one) => one.readyState > 0, await audio.elementHandle(), { timeout: 10_000 }).catch(() => {});
  check("one side alone can be heard", await audio.evaluate((one) => one.duration) > 4);
  const heights = await page.locator("#check-no-audio-after-cancel .wave path").evaluateAll((all) => all.map((path) => path.getBBox().height));
  check("both waveforms are drawn", heights.length === 2 && heights.every((height) => height > 10), heights.join(", "));
}

async function severalTargets(scheme, name) {
  const { page, close } = await open("both", { scheme });
  check(name + ": targets are columns", await page.locator(".matrix thead th").count() === 3);
  await page.getByLabel("Only where they differ").check();
  const rows = await page.locator(".matrix .requirement:visible").count();
  check(name + ": what differs can be seen alone", rows > 0 && rows < 15, rows);
  await page.getByLabel("Only where they differ").uncheck();
  await page.locator(".matrix a[href='#1/no-audio-after-cancel']").click();
  await page.waitForFunction(() => document.querySelector("[data-target='1']").getAttribute("aria-pressed") === "true");
  check(name + ": a cell leads to the finding of its target", await page.locator("#check-no-audio-after-cancel").getAttribute("open") !== null);
  await page.locator(".cards details[id^='talk-']").first().evaluate((one) => { one.open = true; });
  const trace = await page.locator("[id^='talk-'] .under a").first().evaluate((one) => one.href);
  check(name + ": a trace lies where the page says", existsSync(fileURLToPath(trace)), trace);
  await picture(page, name);
  await close(name);
}

async function small(scheme, sample, name) {
  const { page, close } = await open(sample, { width: 360, scheme });
  await page.locator("#list details.group").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  await page.locator(".cards > li > details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  await settled(page);
  check(name + ": nothing is wider than the screen", await wide(page) <= 0, await wide(page) + " px too much");
  const cut = await page.locator(".body, .sound, .timeline, .offence, .verdict").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className));
  check(name + ": nothing is cut off", cut.length === 0, cut.join(", "));
  await picture(page, name);
  await close(name);
}

async function dark() {
  const { page, close } = await open("failing", { scheme: "dark" });
  const colours = await page.evaluate(() => { const style = getComputedStyle(document.body); return [style.backgroundColor, style.color]; });
  const light = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, one) => sum + Number(one), 0) / 3;
  check("dark is dark", light(colours[0]) < 50 && light(colours[1]) > 200, colours.join(" on "));
  await picture(page, "one-dark");
  await close("dark");
}

async function hostile() {
  const { page, close } = await open("hostile");
  await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  await settled(page);
  await page.locator(".event details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  await settled(page);
  check("hostile: no element of theirs", await page.locator("img").count() === 0 && await page.locator("script").count() === 2);
  check("hostile: their words are words", (await page.locator("h1").textContent()).includes("<script>alert(1)</script>"));
  check("hostile: nothing is wider than the screen", await wide(page) <= 0, await wide(page) + " px too much");
  await picture(page, "hostile");
  await close("hostile");
}

async function paper() {
  const { page, close } = await open("failing");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await settled(page);
  check("on paper findings lie open and nothing is left to press",
    await page.locator("#check-session-update-is-acknowledged .offence").first().isVisible() && !await page.locator(".tools").isVisible());
  await picture(page, "paper");
  await close("paper");
}

await oneTarget();
await severalTargets("light", "several-light");
await severalTargets("dark", "several-dark");
await small("light", "failing", "small-light");
await small("dark", "both", "small-dark");
await dark();
await hostile();
await paper();
await rm(profile, { recursive: true, force: true });
console.log(failed === 0 ? "The page is as it should be; pictures of it lie in " + pictures : failed + " checks failed");
process.exit(failed === 0 ? 0 : 1);
