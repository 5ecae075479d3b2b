// One turn by RealtimeSession: words come from the agent's output and the history, sound from its audio events.

import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { OpenAIRealtimeWebSocket, RealtimeAgent, RealtimeSession, tool } from "@openai/agents-realtime";
import { z } from "zod";
import { Heard, key, scenario, turns, url, wav } from "./heard.mjs";

const told = new Heard();
const typed = !/spoken|breaks/.test(scenario);
const heard = new Set();

const weather = tool({
  name: "get_weather",
  description: "The weather of a city.",
  parameters: z.object({ city: z.string() }),
  execute: async (args) => told.called("get_weather", args),
});
const agent = new RealtimeAgent({ name: "weather", instructions: "You answer in one sentence.", tools: [weather] });
const model = "grok-voice-latest"; // in the address for the service, in the session because gpt-realtime would be sent
const transport = new OpenAIRealtimeWebSocket({ url: `${url}?model=${model}` });
// What providerData holds stands at the top of the session, where xAI has it.
const providerData = { voice: "ara", turn_detection: { type: "server_vad" } };
const session = new RealtimeSession(agent, { transport, model, config: { providerData } });

session.on("agent_end", (context, ended, output) => told.said(output));
session.on("history_updated", (history) => history.forEach(note));
session.on("audio", ({ data }) => told.sounded(data.byteLength / 48_000));
session.on("audio_interrupted", () => told.wasInterrupted());
session.on("error", ({ error }) => console.log("error:", JSON.stringify(error)));

await session.connect({ apiKey: key });
const answer = new Promise((resolve) => session.on("audio", resolve));
if (typed) session.sendMessage(turns[0]);
else await speak();
if (turns.length > 1) await answer.then(() => pause(800)).then(speak); // the same sound: the mock knows the words
await told.wait(25);
await pause(300); // what the client still has to say about the answer
session.close();
told.finish();

/** A user's turn of the history, once its transcript is there. */
function note({ itemId, role, content }) {
  const words = role === "user" && content.map((part) => part.transcript ?? "").join("");
  if (!words || heard.has(itemId)) return;
  heard.add(itemId);
  told.userSaid(words);
}

/** The recording, as fast as it was spoken. */
async function speak() {
  const sound = readFileSync(wav).subarray(44);
  for (let at = 0; at < sound.length; at += 960) {
    const piece = sound.subarray(at, at + 960);
    session.sendAudio(piece.buffer.slice(piece.byteOffset, piece.byteOffset + piece.length));
    await pause(20);
  }
}
