// A session as a scenario that plays it again, and an event as a step of one (docs/scenarios.md).

import { story } from "./story.js";

const quoted = (words) => "\"" + String(words).replace(/\s+/g, " ").trim().replace(/\\/g, "\\\\").replace(/"/g, "\\\"") + "\"";

/** A JSON object as the doc string of a line. */
function doc(json, indent = "      ") {
  const lines = ["\"\"\"json", ...JSON.stringify(json, null, 2).replace(/"""/g, "\\\"\\\"\\\"").split("\n"), "\"\"\""];
  return lines.map((line) => indent + line).join("\n");
}

/** One event as the line of a scenario that expects it of the client, or sends it. */
export function step(seen) {
  if (seen.kind === "closed") {
    return seen.from === "server" ? `Then the connection closes with ${seen.code} ${quoted(seen.reason)}` : `When the client closes the connection with ${seen.code} ${quoted(seen.reason)}`;
  }
  const { type, event_id: id, ...members } = seen.event;
  if (seen.member) delete members[seen.member];
  const line = seen.from === "client" ? "When the client sends " : "Then the server sends ";
  return Object.keys(members).length === 0 ? line + quoted(type) : line + quoted(type) + " with\n" + doc(members, "  ");
}

/** What is played: its settings, turns and answers, in words. */
export function scenario(all, title, about) {
  const lines = [...settings(all), ...turns(all), ...ending(all)];
  return [`Feature: ${named(title)}`, `  ${named(about)}`, "", "  Scenario: As it was", ...lines.map((line) => "    " + line), ""].join("\n");
}

/** Words that Gherkin takes for words only. */
const named = (words) => String(words).replace(/\s+/g, " ").trim().replace(/^[@#|*"]+/, "") || "A session";

function settings(all) {
  const updates = all.filter((seen) => seen.from === "client" && seen.type === "session.update" && seen.event.session && typeof seen.event.session === "object");
  const session = Object.assign({}, ...updates.map((seen) => seen.event.session));
  const turns = session.turn_detection ?? session.audio?.input?.turn_detection;
  const manual = turns === null || (typeof turns === "object" && turns !== null && (turns.type === null || turns.type === "none"));
  const saidNothing = updates.length === 0;
  const tools = (Array.isArray(session.tools) ? session.tools : []).filter((tool) => tool?.type === "function" && typeof tool.name === "string");
  const detected = updates.some((seen) => "turn_detection" in seen.event.session || seen.event.session.audio?.input?.turn_detection !== undefined);
  return [`Given a session with ${(detected && manual) || (!saidNothing && !detected && turns === null) ? "manual turns" : "server VAD"}`,
    ...tools.flatMap((tool) => [`And the tool ${quoted(tool.name)} with`, ...doc(tool.parameters && typeof tool.parameters === "object" ? tool.parameters : { type: "object", properties: {} }, "  ").split("\n")])];
}

function turns(all) {
  const calls = new Map();
  return [...story(all).values()].flatMap((head) => head.kind === "turn" ? turn(head, calls) : answer(head, calls));
}

function turn(head, calls) {
  if (head.call !== null) return [`When the client answers ${quoted(calls.get(head.call) ?? "a_tool")} with ${quoted(head.words)}`];
  if (head.into) return [`When the user interrupts after ${Math.max(1, Math.round(head.into.interrupted ?? 0))} ms with ${quoted(head.words || "Stop.")}`];
  if (!head.spoken) return [head.words ? `When the user types ${quoted(head.words)}` : "When the user types anything"];
  return [head.words ? `When the user says ${quoted(head.words)}` : "When the user speaks anything"];
}

function answer(head, calls) {
  const lines = head.words ? [`Then the assistant says ${quoted(head.words)}`] : [];
  for (const call of head.calls) {
    calls.set(call.id, call.name);
    lines.push(`${lines.length > 0 ? "And" : "Then"} the assistant calls ${quoted(call.name || "a_tool")}${argumentsOf(call.written)}`);
  }
  return lines.flatMap((line) => line.split("\n"));
}

function argumentsOf(written) {
  try {
    const json = JSON.parse(written);
    return json && typeof json === "object" && Object.keys(json).length > 0 ? " with\n" + doc(json, "  ") : "";
  } catch {
    return "";
  }
}

/** Only an end that the server made by itself is a line; that a client leaves is none. */
function ending(all) {
  const end = all.findLast((seen) => seen.kind === "closed" && seen.from === "server");
  return end && ![1000, 1001, 1005, 1006].includes(end.code) ? [`And the connection closes with ${end.code} ${quoted(end.reason)}`] : [];
}
