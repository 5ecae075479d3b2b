// What is kept of a session is what others can read.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { browser, check, Mock, open } from "../world.mjs";

const run1 = promisify(execFile);
const program = process.env.SOUNDCHECK ?? new URL("../../../soundcheck", import.meta.url).pathname;

export async function run({ installed, pictures }) {
  const mock = await Mock.start();
  const chromium = await browser(installed);
  try {
    await mock.talk("--say", "What is the weather?", "--text", "Thanks");
    const { page, close } = await open(chromium, mock.page + "#/session/1");
    await page.locator(".row.head").first().waitFor();
    const save = async (name, file) => {
      await page.locator(".menu summary").click();
      if (name.startsWith("Trace")) await page.screenshot({ path: join(pictures, "save.png") });
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
      check(`save: ${name} is called after its session`, download.suggestedFilename() === file, download.suggestedFilename());
      const path = join(pictures, file);
      await download.saveAs(path);
      return path;
    };
    const trace = await save("Trace (NDJSON)", "soundcheck-session-1.ndjson");
    const judged = await run1(program, ["verify", trace]).catch((failure) => failure);
    check("save: the trace can be judged", judged.code === undefined, judged.stdout + judged.stderr);
    const imported = join(pictures, "imported.ndjson");
    await run1(program, ["import", await save("HAR", "soundcheck-session-1.har"), "--out", imported]).catch((failure) => check("save: the HAR is read again", false, failure.stderr));
    const different = await run1(program, ["diff", trace, imported]).catch((failure) => failure);
    check("save: the HAR says what the trace says", different.code === undefined, different.stdout + different.stderr);
    await sound(await save("Sound, both sides (WAV)", "soundcheck-session-1.wav"), 2);
    await sound(await save("Sound of the server (WAV)", "soundcheck-session-1.server.wav"), 1);
    await scenario(mock, await save("Scenario (Gherkin)", "soundcheck-session-1.feature"));
    await close("save");
  } finally {
    await chromium.close();
    await mock.stop();
  }
}

async function sound(path, channels) {
  const file = await readFile(path);
  const samples = new Int16Array(file.buffer, file.byteOffset + 44, (file.length - 44) / 2);
  const loud = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  check(`save: ${channels} sides as a WAV`, file.toString("latin1", 0, 4) === "RIFF" && file.readUInt16LE(22) === channels && samples.length / channels / 24_000 > 3 && loud > 3000, `${file.readUInt16LE(22)} channels, ${samples.length} samples, up to ${loud}`);
}

/** It compiles, and is played to our client as it was. */
async function scenario(mock, path) {
  const feature = await readFile(path, "utf8");
  const json = (body) => ({ method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const checked = await mock.ask("features/check", json({ files: { "kept.feature": feature } }));
  check("save: the scenario has no mistakes", checked.valid === true, JSON.stringify(checked) + feature);
  await mock.ask("queue", json({ feature }));
  await mock.talk("--say", "What is the weather?", "--text", "Thanks");
  const result = await mock.ask("result");
  check("save: the scenario is played again, and met", result.session === 2 && result.met === true, JSON.stringify(result));
}
