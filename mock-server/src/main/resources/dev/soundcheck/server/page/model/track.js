// What one side said, laid on the time of the session as a player gives it: each piece when it came, or after what is
// still to be played (docs/trace-format.md, "The sound beside it").

/** A shorter gap is the network's, not the speaker's, in seconds. */
const JITTER = 0.1;

/** One peak for each hundredth of a second. */
export const PEAKS = 100;

export class Track {
  pieces = [];
  end = 0;
  peaks = new Uint8Array(1024);
  #cut = 0;

  /** A piece that came at this time, in seconds. */
  sound(at, samples, rate) {
    if (samples.length === 0) return;
    const from = at - this.end > JITTER ? at : this.end;
    this.pieces.push({ from, samples, rate });
    this.end = from + samples.length / rate;
    this.#measure(from, samples, rate);
  }

  /** What is still to be played at this time is dropped. */
  fallSilent(at) {
    if (at >= this.end) return;
    while (this.pieces.length > 0) {
      const piece = this.pieces[this.pieces.length - 1];
      const stays = Math.max(0, Math.round((at - piece.from) * piece.rate));
      if (stays >= piece.samples.length) break;
      if (stays > 0) {
        piece.samples = piece.samples.slice(0, stays);
        break;
      }
      this.pieces.pop();
    }
    this.peaks.fill(0, Math.ceil(at * PEAKS));
    this.end = at;
    this.#cut++;
  }

  /** Changes whenever what was laid down before is another. */
  get cuts() {
    return this.#cut;
  }

  #measure(from, samples, rate) {
    const last = Math.ceil(this.end * PEAKS) + 1;
    if (last > this.peaks.length) {
      const more = new Uint8Array(Math.max(last, this.peaks.length * 2));
      more.set(this.peaks);
      this.peaks = more;
    }
    const each = rate / PEAKS;
    for (let start = 0; start < samples.length; start += each) {
      const slot = Math.floor((from + start / rate) * PEAKS);
      let peak = this.peaks[slot];
      const stop = Math.min(samples.length, start + each);
      for (let i = Math.floor(start); i < stop; i += 2) peak = Math.max(peak, Math.abs(samples[i]) >> 7);
      this.peaks[slot] = Math.min(255, peak);
    }
  }

  /** All samples at one rate, up to this time in seconds; silence where there are none. */
  rendered(rate, until) {
    const all = new Int16Array(Math.ceil(until * rate));
    for (const piece of this.pieces) {
      const from = Math.round(piece.from * rate);
      const fitting = resampled(piece.samples, piece.rate, rate);
      all.set(fitting.subarray(0, Math.max(0, all.length - from)), Math.min(from, all.length));
    }
    return all;
  }
}

/** The same sound at another rate, by straight lines between samples: to be listened to, not to be measured. */
export function resampled(samples, from, to) {
  if (from === to) return samples;
  const length = Math.floor(samples.length * to / from);
  const made = new Int16Array(length);
  for (let i = 0; i < length; i++) {
    const place = i * from / to;
    const left = Math.floor(place);
    const right = Math.min(samples.length - 1, left + 1);
    made[i] = Math.round(samples[left] + (samples[right] - samples[left]) * (place - left));
  }
  return made;
}
