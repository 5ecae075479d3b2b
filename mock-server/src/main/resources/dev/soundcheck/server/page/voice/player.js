// Plays tracks from a place on: pieces are handed to the loudspeaker a little before they are due.

const AHEAD = 1.5;
const EVERY = 300;

export class Player extends EventTarget {
  #context = null;
  #timer = 0;
  #from = 0;
  #began = 0;
  #until = 0;
  #sources = new Set();
  #tracks = [];
  place = 0;

  get playing() {
    return this.#timer !== 0;
  }

  /** Where it is now, in seconds of the session. */
  get now() {
    return this.playing ? Math.min(this.#end(), this.#from + Math.max(0, this.#context.currentTime - this.#began)) : this.place;
  }

  /** Plays these tracks together from a time on; at the end it stops. */
  async play(tracks, from) {
    this.stop();
    this.#context ??= new AudioContext();
    await this.#context.resume();
    this.#tracks = tracks;
    this.#from = from;
    this.#began = this.#context.currentTime + 0.05;
    this.#until = from;
    this.#timer = setInterval(() => this.#pump(), EVERY);
    this.#pump();
    this.dispatchEvent(new Event("change"));
  }

  stop() {
    if (!this.playing) return;
    this.place = this.now;
    clearInterval(this.#timer);
    this.#timer = 0;
    for (const source of this.#sources) source.stop();
    this.#sources.clear();
    this.dispatchEvent(new Event("change"));
  }

  #end() {
    return Math.max(0, ...this.#tracks.map((track) => track.end));
  }

  #pump() {
    const now = this.now;
    if (now >= this.#end()) {
      this.stop();
      this.place = 0;
      return;
    }
    const until = now + AHEAD;
    for (const track of this.#tracks) this.#hand(track, this.#until, until);
    this.#until = until;
  }

  /** Pieces that begin in this stretch; the first time also what has begun before. */
  #hand(track, from, until) {
    const first = from === this.#from;
    for (let i = firstAfter(track.pieces, first ? from - 60 : from); i < track.pieces.length; i++) {
      const piece = track.pieces[i];
      if (piece.from >= until) return;
      const skipped = Math.max(0, from - piece.from);
      const lasts = piece.samples.length / piece.rate;
      if (skipped < lasts && (first || piece.from >= from)) this.#start(piece, skipped);
    }
  }

  #start({ samples, rate, from }, skipped) {
    const buffer = this.#context.createBuffer(1, samples.length, rate);
    buffer.copyToChannel(Float32Array.from(samples, (sample) => sample / 0x8000), 0);
    const source = new AudioBufferSourceNode(this.#context, { buffer });
    source.connect(this.#context.destination);
    source.onended = () => this.#sources.delete(source);
    this.#sources.add(source);
    source.start(this.#began + from + skipped - this.#from, skipped);
  }
}

function firstAfter(pieces, time) {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle].from < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
