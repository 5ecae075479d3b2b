// Opens page.js in a headless Chromium, on a page of the mock's own origin or of another one on this machine.
// The microphone plays the spoken question; what the page tells is held against the scenario.

import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { Heard, key, scenario, turns, url, wav } from "./heard.mjs";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
  "--use-fake-device-for-media-stream", `--use-file-for-fake-audio-capture=${wav}%noloop`];

const told = new Heard();
const mock = url.replace("ws:", "http:");
const browser = await chromium.launch({ executablePath: installed(), args: FLAGS });
// What the mock answers has a policy that allows no scripts but its own.
const context = await browser.newContext({ bypassCSP: true });
await context.grantPermissions(["microphone"]);
const page = await context.newPage();
page.on("console", (message) => console.log(message.text()));
page.on("pageerror", (error) => console.log(String(error)));
await page.exposeFunction("tell", (what, value) => told[what](value));
await page.goto(process.argv[2] === "same" ? new URL("/", mock).href : await elsewhere());
await page.addScriptTag({ path: fileURLToPath(new URL("page.js", import.meta.url)) });
await page.evaluate((settings) => talk(settings), {
  url: `${url}?model=grok-voice-latest`,
  secrets: `${mock}/client_secrets`,
  key,
  question: scenario.includes("spoken") ? null : turns[0],
});
await told.wait(25);
await page.evaluate(() => hangUp());
await browser.close();
told.finish();

function installed() {
  const found = "command -v chromium || command -v chromium-browser || command -v google-chrome || true";
  const path = process.env.BROWSER ?? execFileSync("sh", ["-c", found], { encoding: "utf8" }).trim();
  if (path) return path;
  console.log("There is no Chromium on this machine; install one or set BROWSER to its path.");
  process.exit(1);
}

/** An empty page on a port of its own. */
function elsewhere() {
  const server = createServer((request, response) => response.setHeader("Content-Type", "text/html").end("<!doctype html>"));
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${server.address().port}/`)));
}
