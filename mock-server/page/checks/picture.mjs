// The picture of the README: a conversation with an interruption, and sound that goes on after it.

import { join } from "node:path";
import { browser, check, Mock, open } from "../world.mjs";
import { SPEECH } from "./sessions.mjs";

export async function run({ installed, pictures }) {
  const mock = await Mock.start(0, "--fault", "late-audio");
  const chromium = await browser(installed);
  try {
    await mock.talk("--text", "Hello");
    await mock.talk("--say", "Good morning");
    await mock.talk("--say", "What is the weather in Paris?", "--barge-in", "700", SPEECH);
    const { page, close } = await open(chromium, mock.page + "#/session/3", { width: 1460, height: 640 });
    await page.locator(".verdict").waitFor();
    await page.locator(".session .chip.is-wrong").waitFor();
    await page.keyboard.press("n");
    await page.locator(".row.event.wrong").first().click();
    await page.locator(".detail .known").first().waitFor();
    await page.screenshot({ path: join(pictures, "page.png") });
    await close("picture");
    check("picture: it was taken", true);
  } finally {
    await chromium.close();
    await mock.stop();
  }
}
