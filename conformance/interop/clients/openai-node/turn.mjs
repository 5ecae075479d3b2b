// What is sent: the session as a user of the library writes it, and the spoken question.

import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { scenario, wav } from "./heard.mjs";

const format = { type: "audio/pcm", rate: 24000 };
const piece = 960; // bytes of 20 ms
const header = 44;

export const spoken = scenario.includes("spoken");

// Voice and the end of turns stand at the top, where xAI has them; the library sends what it does not know.
export const session = {
  type: "realtime",
  instructions: "You answer in one sentence.",
  voice: "ara",
  turn_detection: { type: "server_vad" },
  tools: [
    {
      type: "function",
      name: "get_weather",
      description: "The weather of a city.",
      parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
    },
  ],
  audio: { input: { format }, output: { format } },
};

/** Gives the spoken question to send, as base64, as fast as it was spoken. */
export async function speak(send) {
  const sound = readFileSync(wav).subarray(header);
  for (let at = 0; at < sound.length; at += piece) {
    send(sound.subarray(at, at + piece).toString("base64"));
    await pause(20);
  }
}
