// Orders: what is played next, events, faults and ends of a running session, features and their mistakes.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { becomes, browser, check, Mock, nameless, open, rowsOf } from "../world.mjs";
import { Speaker } from "../speaker.mjs";

const GREETING = "Feature: Greetings\n\n  Scenario: Out of a folder\n    When the user says anything\n    Then the assistant says \"Hello\"\n";

export async function run({ installed, pictures }) {
  const folder = await mkdtemp(join(tmpdir(), "soundcheck-features-"));
  await writeFile(join(folder, "greeting.feature"), GREETING);
  const mock = await Mock.start(0, "--features", folder);
  const chromium = await browser(installed);
  try {
    await queue(chromium, mock);
    await features(chromium, mock, pictures, folder);
    await orders(chromium, mock, pictures);
  } finally {
    await chromium.close();
    await mock.stop();
    await rm(folder, { recursive: true });
  }
}

async function queue(chromium, mock) {
  const { page, close } = await open(chromium, mock.page + "#/scenarios");
  await page.getByRole("searchbox", { name: "Search scenarios" }).fill("one tool call with a spoken");
  await page.getByRole("button", { name: "Play next: One tool call with a spoken preamble" }).click();
  await becomes("drive: a scenario is in line", async () => (await page.locator(".queue").innerText()).includes("tools/one-tool-call-with-a-spoken-preamble"), () => page.locator(".queue").innerText());
  check("drive: everything has a name", (await nameless(page)).length === 0, (await nameless(page)).join(" "));
  const speaker = await Speaker.open(chromium, mock);
  await speaker.say(mock, []);
  check("drive: the next client is played it", (await mock.ask("sessions")).sessions.at(-1).scenario === "tools/one-tool-call-with-a-spoken-preamble", (await mock.ask("sessions")).sessions.at(-1).scenario);
  await speaker.close();
  await close("drive, the line");
}

async function features(chromium, mock, pictures, folder) {
  const { page, close } = await open(chromium, mock.page + "#/scenarios", { quiet: [/400/] });
  await page.getByLabel("The text of a feature").fill("Feature: Mine\n\n  Scenario: A typo\n    When the user sayz \"x\"\n    Then the assistant says \"y\"\n");
  await becomes("drive: a mistake is told where it is", async () => /page\.feature:4:/.test(await page.locator(".mistakes").innerText()), () => page.locator(".mistakes").innerText());
  check("drive: and marked there", (await page.locator(".gutter .wrong").innerText()).trim() === "✕ 4", await page.locator(".gutter").innerText());
  await page.screenshot({ path: join(pictures, "scenarios.png") });
  await page.locator(".mistakes .plain").first().click();
  check("drive: it leads to its line", await page.getByLabel("The text of a feature").evaluate((text) => text.value.slice(text.selectionStart, text.selectionEnd)) === "    When the user sayz \"x\"");
  await page.getByLabel("The text of a feature").fill("Feature: Mine\n\n  Scenario: Kept\n    When the user says \"x\"\n    Then the assistant says \"y\"\n");
  await becomes("drive: without mistakes nothing is told", async () => await page.locator(".mistakes li").count() === 0);
  await page.getByRole("button", { name: "Play it next" }).click();
  await becomes("drive: a feature of one's own is in line", async () => (await page.locator(".queue").innerText()).includes("kept"), () => page.locator(".queue").innerText());
  await page.getByRole("button", { name: "Empty the line" }).click();
  await becomes("drive: the line is emptied", async () => (await page.locator(".queue").innerText()).includes("Nothing is in line"));
  await loaded(page, folder);
  await close("drive, features");
}

async function loaded(page, folder) {
  await writeFile(join(folder, "greeting.feature"), GREETING.replace("assistant", "asistant"));
  check("drive: the server's folder is known", await page.getByLabel("The folder, or one below it").inputValue() === folder, await page.getByLabel("The folder, or one below it").inputValue());
  await page.getByRole("button", { name: "Load it again" }).click();
  await becomes("drive: a folder's mistakes are told", async () => /greeting\.feature:5:/.test(await page.locator(".mistakes").innerText()), () => page.locator(".mistakes").innerText());
  await writeFile(join(folder, "greeting.feature"), GREETING.replace("Out of", "Changed in"));
  await page.getByRole("button", { name: "Load it again" }).click();
  await page.getByRole("searchbox", { name: "Search scenarios" }).fill("changed in a folder");
  await becomes("drive: and the folder is loaded again", async () => await page.locator(".scenarios .card").count() === 1);
}

async function orders(chromium, mock, pictures) {
  const speaker = await Speaker.open(chromium, mock);
  await speaker.say(mock, []);
  const number = (await mock.ask("sessions")).sessions.at(-1).session;
  const { page, close } = await open(chromium, mock.page + "#/session/" + number, { quiet: [/400/] });
  await page.getByRole("button", { name: "Inject…" }).click();
  await page.getByLabel("Send an event").selectOption("error");
  await becomes("drive: an event begins as it usually is", async () => (await page.getByLabel("as JSON").inputValue()).includes("\"error\""));
  check("drive: orders have names", (await nameless(page)).length === 0, (await nameless(page)).join(" "));
  await page.screenshot({ path: join(pictures, "inject.png") });
  await page.getByLabel("as JSON").fill("{\"type\": \"ping\", ");
  await page.getByRole("button", { name: "Send" }).click();
  await becomes("drive: JSON that is none is told", async () => (await page.locator(".inject .told").innerText()).includes("expected JSON"));
  await page.getByLabel("as JSON").fill(JSON.stringify({ type: "error", error: { type: "invalid_request_error", code: "made_up", message: "put in by hand", param: null, event_id: null } }));
  await page.getByRole("button", { name: "Send" }).click();
  await becomes("drive: the event is seen", async () => (await rowsOf(page)).some((text) => text.includes("put in by hand")), async () => (await rowsOf(page)).join(" | "));
  await page.getByLabel("Misbehave").fill("no-such-fault");
  await page.getByRole("button", { name: "Begin" }).click();
  await becomes("drive: a fault that does not exist is told", async () => (await page.locator(".inject .told.wrong").innerText()).includes("no-such-fault"), () => page.locator(".inject .told").innerText());
  await page.getByLabel("Misbehave").fill("unknown-event=session.surprise");
  await page.getByRole("button", { name: "Begin" }).click();
  await becomes("drive: a fault begins", async () => /It misbehaves/.test(await page.locator(".inject .told").innerText()), () => page.locator(".inject .told").innerText());
  await page.getByLabel("Close with").selectOption("4000");
  await page.getByRole("textbox", { name: "Reason of the close" }).fill("enough");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await becomes("drive: the session is closed", async () => await page.locator(".badge").innerText() === "closed 4000 by the server", () => page.locator(".badge").innerText());
  check("drive: who is gone takes no orders", await page.getByRole("button", { name: "Inject…" }).isDisabled());
  await close("drive, orders");
}
