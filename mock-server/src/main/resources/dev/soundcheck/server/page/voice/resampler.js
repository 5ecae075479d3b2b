// A stream of sound at another rate. Every sample is a weighted mean of those around its place; what the new rate cannot
// carry is filtered out (a windowed sinc).

const CROSSINGS = 12;

export class Resampler {
  #step;
  #cut;
  #reach;
  #held = new Float32Array(0);
  #place = 0;

  constructor(from, to) {
    this.#step = from / to;
    this.#cut = Math.min(1, to / from);
    this.#reach = Math.ceil(CROSSINGS / this.#cut);
    this.#held = new Float32Array(this.#reach);
    this.#place = this.#reach;
  }

  /** What can be said of the sound so far; the rest waits for what comes. */
  take(samples) {
    if (this.#step === 1) return samples;
    const all = new Float32Array(this.#held.length + samples.length);
    all.set(this.#held);
    all.set(samples, this.#held.length);
    const made = [];
    while (this.#place + this.#reach < all.length) {
      made.push(this.#at(all, this.#place));
      this.#place += this.#step;
    }
    const gone = Math.max(0, Math.floor(this.#place) - this.#reach);
    this.#held = all.slice(gone);
    this.#place -= gone;
    return Float32Array.from(made);
  }

  #at(all, place) {
    let sum = 0;
    let weights = 0;
    const middle = Math.floor(place);
    for (let i = middle - this.#reach + 1; i <= middle + this.#reach; i++) {
      const distance = (place - i) * this.#cut;
      const weight = sinc(distance) * (0.5 + 0.5 * Math.cos(Math.PI * (place - i) / (this.#reach + 1)));
      sum += all[i] * weight;
      weights += weight;
    }
    return sum / weights;
  }
}

const sinc = (x) => Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);

/** Samples from -1 to 1 as 16 bits, little-endian. */
export function pcm16(samples) {
  const sound = new DataView(new ArrayBuffer(samples.length * 2));
  samples.forEach((sample, index) => sound.setInt16(index * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 0x7fff), true));
  return new Uint8Array(sound.buffer);
}
