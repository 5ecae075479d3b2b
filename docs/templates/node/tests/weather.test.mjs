/** The app in calls with the mock: each test plays a scenario of features/weather/weather.feature. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { load } from "../wav.mjs";
import { Call, RATE } from "../weather.mjs";
import { played } from "./stage.mjs";

const PATIENCE = 20_000; // ms in which an answer has to be there
const PIECE = (RATE / 50) * 2; // bytes of 20 ms

/** Plays at once what it gets, and knows whether it was stopped. */
class Loudspeaker {
  bytes = 0;
  stopped = false;
  #begin;
  begun = new Promise((begin) => (this.#begin = begin));

  play(sound) {
    this.bytes += sound.length;
    this.#begin();
  }

  stop() {
    this.stopped = true;
  }
}

/** Hangs up in any case: an open socket keeps Node.js running. */
async function calling(url, speaker, tools, talk) {
  process.env.XAI_REALTIME_URL = url;
  const call = await Call.open(speaker, tools);
  try {
    await talk(call);
  } finally {
    await call.hangUp();
  }
}

async function answer(call) {
  const [words] = await once(call, "answer", { signal: AbortSignal.timeout(PATIENCE) });
  return words;
}

/** As a microphone does: 20 ms of sound every 20 ms, and silence behind it. */
async function speak(call, file) {
  const sound = Buffer.concat([await load(file), Buffer.alloc(RATE * 2)]);
  for (let start = 0; start < sound.length; start += PIECE) {
    call.hear(sound.subarray(start, start + PIECE));
    await pause(20);
  }
}

test(
  "the assistant greets",
  played("weather/a-greeting", async (url) => {
    const speaker = new Loudspeaker();
    await calling(url, speaker, {}, async (call) => {
      call.greet();
      assert.equal(await answer(call), "Hello. Which city shall I look up?");
      assert.ok(speaker.bytes > RATE, `expected half a second of sound at least, got ${speaker.bytes} bytes`);
    });
  }),
);

test(
  "the weather is looked up before it is told",
  played("weather/a-tool-call-with-a-spoken-preamble", async (url) => {
    const tools = { get_weather: ({ city }) => (city === "Paris" ? "foggy, 12 degrees" : "unknown") };
    await calling(url, new Loudspeaker(), tools, async (call) => {
      call.type("What is the weather in Paris?");
      assert.equal(await answer(call), "Let me check. It is foggy and twelve degrees in Paris.");
    });
  }),
);

test(
  "the assistant is silent when the user breaks in",
  played("weather/a-user-who-breaks-in", async (url) => {
    const speaker = new Loudspeaker();
    await calling(url, speaker, {}, async (call) => {
      call.type("How was this year?");
      await speaker.begun;
      const next = answer(call);
      await speak(call, new URL("enough.wav", import.meta.url));
      assert.equal(await next, "As you like.");
      assert.ok(speaker.stopped, "the assistant was heard on while the user spoke");
    });
  }),
);
