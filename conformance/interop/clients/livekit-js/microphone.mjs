// A microphone: gives the session 20 ms of sound every 20 ms, silence where nothing is spoken.

import { readFileSync } from "node:fs";
import { AudioFrame } from "@livekit/rtc-node";
import { wav } from "./heard.mjs";

const RATE = 24000;
const PIECE = RATE / 50;

export class Microphone {
  #spoken = [];
  #sent = 0;
  #began = performance.now();
  #timer;

  constructor(session) {
    this.#timer = setInterval(() => {
      for (; this.#sent * 20 < performance.now() - this.#began; this.#sent++)
        session.pushAudio(new AudioFrame(this.#spoken.shift() ?? new Int16Array(PIECE), RATE, 1, PIECE));
    }, 20);
  }

  /** Speaks the turn that is lent to the driver as a WAV file. */
  speak() {
    const file = readFileSync(wav);
    const sound = file.subarray(file.indexOf("data") + 8);
    const samples = new Int16Array(new Uint8Array(sound).buffer, 0, sound.length >> 1);
    for (let at = 0; at + PIECE <= samples.length; at += PIECE)
      this.#spoken.push(samples.slice(at, at + PIECE));
  }

  close() {
    clearInterval(this.#timer);
  }
}
