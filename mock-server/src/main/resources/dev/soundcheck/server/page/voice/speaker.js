// The loudspeaker of a call: plays what comes one behind the other, falls silent at once, and knows what was heard.

export class Speaker {
  #context = new AudioContext();
  #end = 0;
  #sources = new Set();
  #heard = new Map();

  /** @param id of the item that is spoken */
  play(id, samples, rate) {
    if (samples.length === 0) return;
    const buffer = this.#context.createBuffer(1, samples.length, rate);
    buffer.copyToChannel(Float32Array.from(samples, (sample) => sample / 0x8000), 0);
    const source = new AudioBufferSourceNode(this.#context, { buffer });
    source.connect(this.#context.destination);
    source.onended = () => this.#sources.delete(source);
    this.#sources.add(source);
    this.#end = Math.max(this.#end, this.#context.currentTime + 0.05);
    if (!this.#heard.has(id)) this.#heard.set(id, { from: this.#end, lasts: 0 });
    this.#heard.get(id).lasts += buffer.duration;
    source.start(this.#end);
    this.#end += buffer.duration;
  }

  get speaking() {
    return this.#context.currentTime < this.#end;
  }

  /** Falls silent; gives the item that was being heard and how many milliseconds of it were, or null. */
  stop() {
    if (!this.speaking) return null;
    const now = this.#context.currentTime;
    for (const source of this.#sources) source.stop();
    this.#sources.clear();
    this.#end = 0;
    const [id, { from, lasts }] = [...this.#heard].findLast(([, one]) => one.from <= now) ?? [...this.#heard].at(-1);
    return { id, millis: Math.round(Math.max(0, Math.min(lasts, now - from)) * 1000) };
  }

  ready() {
    return this.#context.resume();
  }

  close() {
    return this.#context.close();
  }
}
