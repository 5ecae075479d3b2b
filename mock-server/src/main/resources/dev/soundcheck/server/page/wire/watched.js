// One session as it is known here: what was seen, its sound, its findings, and how it stands.

import { Lines, overlap, seenIn } from "../model/line.js";
import { placed } from "../model/place.js";
import { Sound } from "../model/sound.js";
import { Feed } from "./feed.js";

/** So long the page reads without a pause, in milliseconds: less than a frame. */
const AT_ONCE = 10;

const breath = () => new Promise((go) => setTimeout(go));

export class Watched extends EventTarget {
  seen = [];
  sound = new Sound();
  facts = null;
  findings = [];
  offences = [];
  judged = "";
  trouble = "";
  gone = false;
  whole = false;
  #api;
  #feed;
  #live = null;
  #incomplete = false;
  #places = null;

  constructor(api, number) {
    super();
    this.#api = api;
    this.number = number;
    this.path = "/soundcheck/sessions/" + number;
    this.#feed = new Feed(api, "/soundcheck/live?audio=kept&session=" + number, {
      opened: () => this.#read(),
      event: (name, data) => this.#event(name, data),
      lost: (why) => this.#lost(why),
    });
  }

  /** Findings by the index of what they are about. */
  get places() {
    return this.#places ??= placed(this.seen, this.findings, this.offences);
  }

  /** Reads all of it anew; what comes live meanwhile waits. */
  async #read() {
    this.#live = [];
    this.#incomplete = false;
    try {
      const facts = await this.#api.get(this.path);
      if (this.facts && facts.opened_at !== this.facts.opened_at) return this.#forgotten();
      this.facts = facts;
      this.trouble = "";
      const read = await this.#readTrace();
      this.findings = (await this.#api.get("/soundcheck/findings?session=" + this.number)).findings;
      this.#live.splice(0, overlap(read, this.#live));
      while (this.#live.length > 0) await this.#take(this.#live.splice(0));
      this.#live = null;
      this.whole = true;
      this.#changed();
      this.judge();
      if (this.#incomplete) await this.#read();
    } catch (failure) {
      this.#live = null;
      if (failure.status === 404) this.#forgotten();
      else throw failure;
    }
  }

  async #readTrace() {
    const answer = await this.#api.open(this.path + "/trace");
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    const lines = new Lines();
    const last = [];
    // What is seen already stays in sight until all of it is read anew.
    const into = this.seen.length > 0 ? { seen: [], sound: new Sound() } : this;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const taken = lines.take(piece.value);
      last.push(...taken);
      if (last.length > 2000) last.splice(0, last.length - 1000);
      await this.#take(taken, into);
    }
    this.seen = into.seen;
    this.sound = into.sound;
    return last;
  }

  /** Another server may have a session of this number by now; what was seen stays to be looked at. */
  #forgotten() {
    this.gone = true;
    this.#feed.close();
    this.trouble = this.seen.length > 0 || this.facts
      ? "The server no longer remembers this session: it was restarted or reset, or has many newer ones. What was seen of it stays here."
      : "There is no session " + this.number + ", or the server no longer remembers it.";
    this.#changed();
  }

  async #take(lines, into = this) {
    let began = performance.now();
    for (const line of lines) {
      this.#add(line, into);
      if (performance.now() - began > AT_ONCE) {
        this.#changed();
        await breath();
        began = performance.now();
      }
    }
    this.#changed();
  }

  #add(line, into = this) {
    const seen = seenIn(line);
    if (!seen) return;
    into.sound.hear(seen);
    seen.sound = "";
    into.seen.push(seen);
    if (seen.kind === "closed" && this.facts && into === this) {
      this.facts = { ...this.facts, open: false, closed: { from: seen.from, code: seen.code, reason: seen.reason } };
      if (this.whole) this.#ended();
    }
  }

  #event(name, data) {
    if (name === "observed") {
      if (this.#live) this.#live.push(data);
      else this.#add(data);
    } else if (name === "finding") this.findings = [...this.findings, JSON.parse(data)];
    else if (name === "waits" && this.facts) this.facts = { ...this.facts, waits_for: JSON.parse(data).waits_for };
    else if (name === "missed") this.#readAgain();
    this.#changed();
  }

  /** Lines that were not met are found after the end. */
  #ended() {
    setTimeout(async () => {
      try {
        this.facts = await this.#api.get(this.path);
        this.findings = (await this.#api.get("/soundcheck/findings?session=" + this.number)).findings;
      } catch {
        return;
      }
      this.#changed();
      this.judge();
    }, 300);
  }

  /** Something was not sent, because we read too slowly; it is in the trace. */
  #readAgain() {
    if (this.#live) this.#incomplete = true;
    else this.#read().catch((failure) => this.#lost(failure.message));
  }

  #lost(why) {
    this.trouble = why + " Trying again…";
    this.#changed();
  }

  /** Asks what rules the session breaks so far. */
  async judge() {
    try {
      const answer = await this.#api.get(this.path + "/offences");
      this.offences = answer.offences;
      this.judged = "";
    } catch (failure) {
      this.judged = failure.message;
    }
    this.#changed();
  }

  #changed() {
    this.#places = null;
    this.dispatchEvent(new Event("change"));
  }

  close() {
    this.#feed.close();
  }
}
