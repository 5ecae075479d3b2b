// A server that goes away and comes back while the page is open.

import { becomes, browser, check, Mock, open, rowsOf } from "../world.mjs";
import { Speaker } from "../speaker.mjs";

const NOISE = [/Failed to load resource/, /ERR_/];

export async function run({ installed }) {
  const first = await Mock.start();
  const chromium = await browser(installed);
  let mock = first;
  try {
    const speaker = await Speaker.open(chromium, mock);
    await speaker.say(mock, [JSON.stringify({ type: "conversation.item.create", item: { type: "message", role: "user", content: [{ type: "input_text", text: "before" }] } })]);
    const list = await open(chromium, mock.page, { quiet: NOISE });
    const session = await open(chromium, mock.page + "#/session/1", { quiet: NOISE });
    await session.page.locator(".row.head", { hasText: "before" }).waitFor();
    await list.page.locator(".card").waitFor();
    await first.stop("SIGKILL");
    await becomes("away: the list says that nobody answers", () => list.page.getByText("does not answer").isVisible());
    await becomes("away: the session says so too", async () => /Trying again/.test(await session.page.locator(".session .trouble").innerText()), () => session.page.locator(".session .trouble").innerText());
    check("away: what was seen stays", (await rowsOf(session.page)).some((text) => text.includes("before")));
    mock = await Mock.start(first.port);
    await becomes("back: the list goes on by itself", async () => await list.page.locator(".trouble").first().isHidden() && await list.page.getByText("No session yet").isVisible());
    await becomes("back: the session is told to be gone", async () => /no longer remembers/.test(await session.page.locator(".session .trouble").innerText()), () => session.page.locator(".session .trouble").innerText(), 20_000);
    check("back: what was seen still stays", (await rowsOf(session.page)).some((text) => text.includes("before")));
    const later = await Speaker.open(chromium, mock);
    await later.say(mock, []);
    await becomes("back: new sessions come", async () => await list.page.locator(".card").count() === 1);
    await list.close("away, the list");
    await session.close("away, the session");
  } finally {
    await chromium.close();
    await mock.stop();
  }
}
