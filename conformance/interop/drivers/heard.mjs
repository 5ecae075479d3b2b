// What a client has told its user so far, held against what the scenario makes it tell: heard.py in
// another language. A driver calls said(), called(), sounded() with what the client's own interface gives
// its user, and ends with finish(): exit status 0 when all of scenarios/expected.json came.

import { readFileSync } from "node:fs";

const file = process.env.SOUNDCHECK_EXPECTED ?? new URL("../scenarios/expected.json", import.meta.url);
const all = JSON.parse(readFileSync(file, "utf8"));

export const url = process.env.SOUNDCHECK_URL;
export const key = process.env.SOUNDCHECK_KEY ?? "soundcheck";
export const turns = (process.env.SOUNDCHECK_TURNS ?? "").split("\n").filter(Boolean);
export const wav = process.env.SOUNDCHECK_WAV;
export const scenario = process.env.SOUNDCHECK_SCENARIO;

export class Heard {
  #expected;
  #words = "";
  #user = "";
  #calls = [];
  #seconds = 0;
  #interrupted = false;
  #waiting = [];

  constructor(name = scenario) {
    this.#expected = all[name];
  }

  said(words) {
    this.#words += words;
    this.#changed();
  }

  userSaid(words) {
    this.#user += ` ${words}`;
    this.#changed();
  }

  called(name, args) {
    this.#calls.push([name, args]);
    this.#changed();
    return (this.#expected.calls ?? []).find((call) => call.name === name)?.result ?? "unknown";
  }

  sounded(seconds) {
    this.#seconds += seconds;
    this.#changed();
  }

  wasInterrupted() {
    this.#interrupted = true;
    this.#changed();
  }

  missing() {
    const { says = [], hears = [], calls = [], seconds = 0, interrupted = false } = this.#expected;
    const plain = (text) => text.split(/\s+/).join(" ");
    const called = (call) =>
      this.#calls.some(([name, args]) => name === call.name && JSON.stringify(args) === JSON.stringify(call.arguments));
    return [
      ...says.filter((text) => !plain(this.#words).includes(text)).map((text) => `the words '${text}'`),
      ...hears.filter((text) => !plain(this.#user).includes(text)).map((text) => `the user's words '${text}'`),
      ...calls.filter((call) => !called(call)).map((call) => `a call of ${call.name} with ${JSON.stringify(call.arguments)}`),
      ...(this.#seconds < seconds ? [`${seconds} s of sound, there were ${this.#seconds.toFixed(1)}`] : []),
      ...(interrupted && !this.#interrupted ? ["the interruption"] : []),
    ];
  }

  complete() {
    return this.missing().length === 0;
  }

  /** Resolves when everything came, or when time is up. */
  wait(seconds = 30) {
    if (this.complete()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(this.complete()), seconds * 1000);
      this.#waiting.push(() => {
        if (!this.complete()) return;
        clearTimeout(timer);
        resolve(true);
      });
    });
  }

  finish() {
    const missing = this.missing();
    for (const one of missing) console.log(`missing: ${one}`);
    if (missing.length === 0) console.log("complete");
    process.exit(missing.length === 0 ? 0 : 1);
  }

  #changed() {
    for (const look of this.#waiting) look();
  }
}
