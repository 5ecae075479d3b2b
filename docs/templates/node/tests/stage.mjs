/**
 * A scenario of features/, played to one test, which fails with what was wrong in its call.
 *
 * SOUNDCHECK_URL says where the mock runs; without it that is http://127.0.0.1:8765.
 */
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

const MOCK = (process.env.SOUNDCHECK_URL ?? "http://127.0.0.1:8765").replace(/\/$/, "");
const TRACES = "soundcheck-traces";
const PATIENCE = 5_000; // ms in which the mock sees that the app hung up

async function ask(path, method = "GET") {
  const answer = await fetch(`${MOCK}/soundcheck/${path}`, { method, signal: AbortSignal.timeout(PATIENCE) }).catch(
    (nobody) => {
      throw new Error(`No Soundcheck at ${MOCK}. Start one: soundcheck serve --features features`, { cause: nobody });
    },
  );
  assert.ok(answer.ok, `${method} ${path}: expected 2xx, got ${answer.status}`);
  return answer;
}

/** A test of node:test whose body gets the address of the mock, which plays this scenario to it. */
export function played(scenario, body) {
  return async (test) => {
    const id = test.name.replace(/\W+/g, "-");
    await ask(`reset?test=${id}`, "POST");
    try {
      await body(`${MOCK.replace("http", "ws")}/v1/realtime?model=grok-voice-latest&scenario=${scenario}&test=${id}`);
    } catch (failed) {
      await keepTraces(id);
      throw failed;
    }
    const problems = await problemsOf(id);
    if (problems.length > 0) {
      await keepTraces(id);
      assert.fail(problems.join("\n"));
    }
  };
}

async function sessions(id) {
  return (await (await ask(`sessions?test=${id}`)).json()).sessions;
}

/** What was wrong, a sentence each: lines that were not met, what broke the contract or a rule. */
async function problemsOf(id) {
  const over = await sessionsOver(id);
  const found = (await (await ask(`findings?test=${id}`)).json()).findings.map((one) => one.message);
  for (const session of over) {
    const { offences } = await (await ask(`sessions/${session.session}/offences`)).json();
    const ours = offences.filter((one) => one.level === "broken" && one.from === "client");
    found.push(...ours.map((one) => `${one.rule}: ${one.message}`));
    if (session.waits_for) found.push(`the scenario still waits for: ${session.waits_for}`);
  }
  if (over.length === 0) found.push("the app never connected to the mock");
  return [...new Set(found)];
}

async function sessionsOver(id) {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const all = await sessions(id);
    if (!all.some((session) => session.open) || Date.now() > until) return all;
    await pause(20);
  }
}

async function keepTraces(id) {
  await mkdir(TRACES, { recursive: true });
  for (const { session } of await sessions(id)) {
    const trace = await (await ask(`sessions/${session}/trace`)).arrayBuffer();
    await writeFile(`${TRACES}/${id}-${session}.ndjson`, Buffer.from(trace));
  }
}
