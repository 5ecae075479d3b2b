// The live stream, for as long as somebody looks: dials again when the server was away, pauses while the tab is hidden.

import { EventStream } from "../model/stream.js";

const SOON = 500;
const LATEST = 5000;

export class Feed {
  #stop = null;
  #tries = 0;
  #timer = 0;
  #over = false;
  #visible = () => document.hidden ? this.#pause() : this.#dial();

  /**
   * @param api what is asked
   * @param path of the stream
   * @param told `opened()` when it begins, `event(name, data)`, `lost(why)` when it ends by itself
   */
  constructor(api, path, told) {
    Object.assign(this, { api, path, told });
    document.addEventListener("visibilitychange", this.#visible);
    this.#dial();
  }

  async #dial() {
    clearTimeout(this.#timer);
    if (this.#stop || this.#over || document.hidden) return;
    const stop = this.#stop = new AbortController();
    try {
      const answer = await this.api.open(this.path, { signal: stop.signal });
      this.#tries = 0;
      // Whoever is told may have to read a lot first; what comes meanwhile must not wait on the server.
      await Promise.all([this.told.opened(), this.#read(answer.body.pipeThrough(new TextDecoderStream()).getReader())]);
      this.#again(stop, "The live stream ended.");
    } catch (failure) {
      this.#again(stop, failure.message);
      stop.abort();
    }
  }

  async #read(reader) {
    const events = new EventStream();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      for (const event of events.take(piece.value)) this.told.event(event.name, event.data);
    }
  }

  #again(stop, why) {
    if (this.#stop === stop) this.#stop = null;
    if (stop.signal.aborted) return;
    this.told.lost(why);
    this.#timer = setTimeout(() => this.#dial(), Math.min(LATEST, SOON * 2 ** this.#tries++));
  }

  #pause() {
    this.#stop?.abort();
    this.#stop = null;
  }

  close() {
    this.#over = true;
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#visible);
    this.#pause();
  }
}
