// Two sessions side by side.

import { join } from "node:path";
import { becomes, browser, check, Mock, nameless, open } from "../world.mjs";

export async function run({ installed, pictures }) {
  const mock = await Mock.start();
  const chromium = await browser(installed);
  try {
    await mock.talk("--text", "Hello");
    await mock.talk("--text", "Hello");
    await mock.talk("--text", "Hello", "--text", "And again");
    const { page, close } = await open(chromium, mock.page + "#/session/1");
    await page.getByRole("button", { name: "Compare…" }).click();
    await page.getByLabel("Second").selectOption("2");
    await page.waitForURL(/#\/compare\/1\/2$/);
    await becomes("compare: the same twice does not differ", async () => /^No difference: \d+ events compared/.test(await page.locator(".score").innerText()), () => page.locator(".score").innerText());
    await page.getByLabel("Second").selectOption("3");
    await becomes("compare: another differs", async () => /events? differ/.test(await page.locator(".score").innerText()), () => page.locator(".score").innerText());
    check("compare: what is only there is told", (await page.locator(".difference").allInnerTexts()).some((text) => text.includes("only in the second") && text.includes("conversation.item.create")), (await page.locator(".difference").allInnerTexts()).slice(0, 4).join(" | "));
    check("compare: everything has a name", (await nameless(page)).length === 0, (await nameless(page)).join(" "));
    await page.screenshot({ path: join(pictures, "compare.png") });
    await page.locator(".difference", { hasText: "conversation.item.create" }).first().click();
    await page.waitForURL(/#\/session\/3\/\d+$/);
    await becomes("compare: a difference leads to its event", async () => (await page.locator(".detail h2").innerText()).includes("conversation.item.create"), () => page.locator(".detail h2").innerText());
    await close("compare");
  } finally {
    await chromium.close();
    await mock.stop();
  }
}
