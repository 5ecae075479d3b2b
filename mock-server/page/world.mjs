// What the checks stand on: a mock, a browser, and what is counted.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required"];

export const found = { checks: 0, failed: 0 };

export function check(name, fine, seen = "") {
  found.checks++;
  found.failed += fine ? 0 : 1;
  console.log((fine ? "ok    " : "FAIL  ") + name + (fine || seen === "" ? "" : ": found " + seen));
}

/** Waits for what is to become so; its absence is a finding, not an end. */
export async function becomes(name, test, seen = () => "", limit = 15_000) {
  const until = Date.now() + limit;
  let fine = await test();
  while (!fine && Date.now() < until) {
    await new Promise((go) => setTimeout(go, 50));
    fine = await test();
  }
  check(name, fine, fine ? "" : await seen());
}

/** No mock outlives the checks, however they end. */
const running = new Set();
process.on("exit", () => running.forEach((one) => one.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/** A mock that runs; `port` 0 takes a free one. */
export class Mock {
  static async start(port = 0, ...options) {
    const program = process.env.SOUNDCHECK ?? join(root, "soundcheck");
    const mock = new Mock();
    mock.process = spawn(program, ["serve", "--port", String(port), "--json", ...options], { stdio: ["ignore", "pipe", "inherit"] });
    running.add(mock.process);
    mock.process.once("exit", () => running.delete(mock.process));
    const first = await new Promise((told, failed) => {
      const lines = createInterface({ input: mock.process.stdout });
      lines.once("line", told);
      mock.process.once("exit", () => failed(new Error("the mock did not start")));
    });
    mock.url = JSON.parse(first).url;
    mock.page = mock.url.replace("ws:", "http:").replace("/v1/realtime", "/");
    mock.port = new URL(mock.page).port;
    return mock;
  }

  /** What the control API answers. */
  async ask(path, options = {}) {
    return (await fetch(new URL("/soundcheck/" + path, this.page), options)).json();
  }

  /** A conversation of our client with it; done when the client has left. */
  talk(...options) {
    const program = process.env.SOUNDCHECK ?? join(root, "soundcheck");
    const client = spawn(program, ["talk", "--url", this.url, ...options], { stdio: "ignore" });
    return new Promise((left) => client.once("exit", left));
  }

  stop(signal = "SIGTERM") {
    const gone = new Promise((done) => this.process.once("exit", done));
    this.process.kill(signal);
    return gone;
  }
}

/** A browser; `microphone` is a WAV that is spoken into it. */
export async function browser(installed, { microphone } = {}) {
  const { chromium } = createRequire(installed + "/")("playwright-core");
  const speaks = microphone ? ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", `--use-file-for-fake-audio-capture=${microphone}%noloop`] : [];
  return chromium.launch({ executablePath: process.env.BROWSER, headless: true, args: [...FLAGS, ...speaks] });
}

/** A page of its own; what it logs, throws, asks elsewhere or is stopped from doing is a finding. */
export async function open(chromium, address, { width = 1440, height = 900, scheme = "light", scale = 1, quiet = [] } = {}) {
  const context = await chromium.newContext({ viewport: { width, height }, colorScheme: scheme, deviceScaleFactor: scale, acceptDownloads: true });
  await context.grantPermissions(["clipboard-read", "clipboard-write", "microphone"]);
  const page = await context.newPage();
  const noise = [];
  page.on("console", (message) => { if (message.type() !== "verbose" && message.type() !== "debug") noise.push(message.type() + ": " + message.text()); });
  page.on("pageerror", (error) => noise.push(String(error.stack)));
  page.on("dialog", (dialog) => { noise.push("dialog: " + dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => { if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).host !== new URL(address).host) noise.push("asks " + request.url()); });
  await page.goto(address);
  return { page, async close(name) {
    const loud = noise.filter((one) => !quiet.some((pattern) => pattern.test(one)));
    check(name + ": nothing on the console, nothing asked elsewhere", loud.length === 0, loud.slice(0, 5).join(" | "));
    await context.close();
  } };
}

/** Names that a screen reader would miss. */
export const nameless = (page) => page.evaluate(() => [...document.querySelectorAll("button, a, input, select, textarea, canvas, summary, meter")]
  .filter((one) => one.checkVisibility() && !(one.textContent.trim() || one.getAttribute("aria-label") || one.title || one.labels?.length > 0)).map((one) => one.outerHTML.slice(0, 90)));

/** How much wider than the screen it is, in pixels. */
export const tooWide = (page) => page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth);

/** The rows of the timeline that are there now, as text. */
export const rowsOf = (page) => page.locator(".session .long .row").allInnerTexts();
