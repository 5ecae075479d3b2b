// Who may see the page, and who may use what it uses: the rules of the control API.

import { get } from "node:http";
import { becomes, browser, check, Mock, open } from "../world.mjs";

export async function run({ installed }) {
  const chromium = await browser(installed);
  try {
    await here();
    await withKey(chromium);
  } finally {
    await chromium.close();
  }
}

/** The status of a request that names another host, as a page does whose name was turned to this machine. */
const rebound = (mock, path) => new Promise((told) => get({ host: "127.0.0.1", port: mock.port, path, headers: { Host: "evil.example:80", Accept: "text/html" } }, (answer) => told(answer.resume().statusCode)));

async function here() {
  const mock = await Mock.start();
  check("access: no other name of this machine gets the page", await rebound(mock, "/") === 403 && await rebound(mock, "/soundcheck/page/main.js") === 403 && await rebound(mock, "/soundcheck/sessions") === 403);
  const strange = await fetch(mock.page + "soundcheck/page/main.js", { headers: { Origin: "https://evil.example" } });
  check("access: no page of another machine gets it", strange.status === 403 && strange.headers.get("Access-Control-Allow-Origin") === null, strange.status);
  await mock.stop();
}

async function withKey(chromium) {
  const mock = await Mock.start(0, "--control-key", "open sesame");
  const { page, close } = await open(chromium, mock.page, { quiet: [/401/] });
  await page.getByText("This server has a control key").waitFor();
  check("access: nothing is seen without the key", await page.locator(".card").count() === 0);
  await page.getByRole("textbox", { name: "Control key" }).fill("wrong");
  await page.keyboard.press("Enter");
  await becomes("access: a wrong key is told", () => page.getByText("That was not the key").isVisible());
  await page.getByRole("textbox", { name: "Control key" }).fill("open sesame");
  await page.keyboard.press("Enter");
  await becomes("access: with the key all is seen", () => page.getByText("No session yet").isVisible());
  await page.goto(mock.page + "#/scenarios");
  await page.reload();
  await becomes("access: it is asked for once", async () => await page.locator(".scenarios .card").count() > 3 && !await page.locator("dialog[open]").isVisible());
  check("access: it is kept for this tab only", await page.evaluate(() => Object.values(localStorage).every((value) => !value.includes("sesame")) && document.cookie === "" && !location.href.includes("sesame")));
  await close("access");
  await mock.stop();
}
