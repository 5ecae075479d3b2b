// From a telephone to a wall: nothing is wider than the screen, nothing is cut off, in light and in dark.

import { join } from "node:path";
import { browser, check, Mock, open, tooWide } from "../world.mjs";
import { Speaker } from "../speaker.mjs";
import { SPEECH } from "./sessions.mjs";

const SCREENS = [
  ["360-light", { width: 360, height: 740, scheme: "light", scale: 2 }], ["360-dark", { width: 360, height: 740, scheme: "dark", scale: 2 }],
  ["768-light", { width: 768, height: 1024, scheme: "light" }], ["1440-dark", { width: 1440, height: 900, scheme: "dark" }],
  ["4k-light", { width: 3840, height: 2160, scheme: "light" }],
];
const PLACES = [["list", "#/"], ["session", "#/session/1"], ["event", "#/session/2/3"], ["talk", "#/talk"], ["scenarios", "#/scenarios"], ["compare", "#/compare/1/2"]];
const SHOWN = { list: ".card", session: ".session .row.is-answer", event: ".detail .known", talk: ".talk .setup", scenarios: ".scenarios .card", compare: ".difference" };

export async function run({ installed, pictures }) {
  const mock = await Mock.start();
  const chromium = await browser(installed);
  try {
    await mock.talk("--say", "What is the weather in Paris?", "--barge-in", "700", SPEECH, "--text", "Thanks");
    const speaker = await Speaker.open(chromium, mock);
    await speaker.say(mock, [JSON.stringify({ type: "session.update", session: { voice: 7, ["a_member_" + "without_an_end_".repeat(9)]: 1 } })]);
    for (const [name, screen] of SCREENS) await every(chromium, mock, pictures, name, screen);
    await dark(chromium, mock);
  } finally {
    await chromium.close();
    await mock.stop();
  }
}

async function every(chromium, mock, pictures, name, screen) {
  const { page, close } = await open(chromium, mock.page, screen);
  for (const [place, fragment] of PLACES) {
    await page.evaluate((to) => { location.hash = to; }, fragment);
    await page.locator(SHOWN[place]).first().waitFor();
    check(`${name} ${place}: nothing is wider than the screen`, await tooWide(page) <= 0, await tooWide(page));
    const cut = await outside(page);
    check(`${name} ${place}: nothing is cut off`, cut.length === 0, cut.join(" | "));
    const over = await page.evaluate(() => [...document.querySelectorAll(".pane, .session .main")].filter((one) => one.checkVisibility()).flatMap((one) => [...one.children].filter((part) => part.checkVisibility() && getComputedStyle(part).position !== "absolute"))
      .filter((part, index, all) => index > 0 && part.parentElement === all[index - 1].parentElement ? part.getBoundingClientRect().top < all[index - 1].getBoundingClientRect().bottom - 1
        : index > 0 && part.getBoundingClientRect().left < all[index - 1].getBoundingClientRect().right - 1 && part.getBoundingClientRect().top < all[index - 1].getBoundingClientRect().bottom - 1).map((part) => part.className));
    check(`${name} ${place}: nothing lies over another`, over.length === 0, over.join(", "));
    await page.screenshot({ path: join(pictures, `${name}-${place}.png`) });
  }
  await close(name);
}

/** What people press and read that is not all on the screen. */
const outside = (page) => page.evaluate(() => [...document.querySelectorAll("button, h1, h2, label, select, input, .badge, .tab")]
  .filter((one) => one.checkVisibility() && !one.closest(".long, .sheet"))
  .filter((one) => { const box = one.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1; }).map((one) => one.textContent.slice(0, 40) || one.outerHTML.slice(0, 60)));

async function dark(chromium, mock) {
  const { page, close } = await open(chromium, mock.page, { scheme: "light" });
  const light = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3).reduce((sum, one) => sum + Number(one), 0) / 3);
  check("screens: light is light", await light() > 200, await light());
  await page.getByRole("button", { name: /Colours/ }).click();
  await page.getByRole("button", { name: /Colours: light/ }).click();
  check("screens: dark is dark, whatever the machine has", await light() < 50, await light());
  await page.reload();
  check("screens: and stays so", await light() < 50, await light());
  await close("colours");
}
