// The sound of a session as a picture: both sides over one time, what the server heard and understood, what is wrong.

import { PEAKS } from "../model/track.js";
import { el } from "./el.js";

const LANE = 40;
const WORDS = 18;
const RULER = 16;
export const HEIGHT = 2 * (LANE + WORDS) + RULER;

export class Wave {
  canvas = el("canvas", { role: "slider", tabindex: "0", "aria-label": "Place in the sound", "aria-valuemin": "0" });
  #scale = 0;
  #left = 0;
  #asked = false;
  #state = null;

  /** @param go is told a time in seconds that was pointed at */
  constructor(go) {
    this.go = go;
    this.canvas.height = HEIGHT;
    this.canvas.addEventListener("pointerdown", (event) => this.#point(event));
    this.canvas.addEventListener("pointermove", (event) => event.buttons === 1 && this.#point(event));
    this.canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    this.canvas.addEventListener("keydown", (event) => this.#key(event));
    new ResizeObserver(() => this.#later()).observe(this.canvas);
  }

  /** @param state `{sound, place, findings, lasts}`: where it plays, and times of findings, in seconds */
  show(state) {
    this.#state = state;
    this.canvas.setAttribute("aria-valuemax", state.lasts.toFixed(2));
    this.canvas.setAttribute("aria-valuenow", state.place.toFixed(2));
    this.canvas.setAttribute("aria-valuetext", `${state.place.toFixed(1)} of ${state.lasts.toFixed(1)} seconds`);
    this.#later();
  }

  /** Nearer or farther; 0 shows all of it. */
  zoom(factor, around = this.#state?.place ?? 0) {
    const fit = this.#fit();
    const before = this.#scale || fit;
    const next = factor === 0 ? 0 : Math.min(2000, before * factor);
    this.#scale = next <= fit ? 0 : next;
    this.#left = Math.max(0, around - (around - this.#left) * before / (this.#scale || fit));
    this.#later();
  }

  get #lasts() {
    return Math.max(1, this.#state?.lasts ?? 1);
  }

  #fit() {
    return Math.max(1, this.canvas.clientWidth) / this.#lasts;
  }

  #point(event) {
    event.preventDefault();
    this.canvas.focus({ preventScroll: true });
    this.go(this.#timeAt(event.offsetX));
  }

  #timeAt(x) {
    return Math.max(0, Math.min(this.#lasts, this.#left + x / (this.#scale || this.#fit())));
  }

  #wheel(event) {
    if (event.ctrlKey) this.zoom(event.deltaY < 0 ? 1.3 : 1 / 1.3, this.#timeAt(event.offsetX));
    else if (this.#scale > 0 && (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))) {
      this.#left = Math.max(0, this.#left + (event.deltaX || event.deltaY) / this.#scale);
      this.#later();
    } else return;
    event.preventDefault();
  }

  #key(event) {
    const place = this.#state?.place ?? 0;
    const moves = { ArrowLeft: place - 0.5, ArrowRight: place + 0.5, PageUp: place - 5, PageDown: place + 5, Home: 0, End: this.#lasts };
    if (event.key in moves) this.go(Math.max(0, Math.min(this.#lasts, moves[event.key])));
    else if (event.key === "+") this.zoom(1.5);
    else if (event.key === "-") this.zoom(1 / 1.5);
    else return;
    event.preventDefault();
  }

  #later() {
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => { this.#asked = false; if (this.#state) this.#paint(); });
  }

  #paint() {
    const width = this.canvas.clientWidth;
    const dense = window.devicePixelRatio || 1;
    if (this.canvas.width !== Math.round(width * dense) || this.canvas.height !== Math.round(HEIGHT * dense)) {
      this.canvas.width = Math.round(width * dense);
      this.canvas.height = Math.round(HEIGHT * dense);
    }
    const scale = this.#scale || this.#fit();
    this.#left = Math.min(this.#left, Math.max(0, this.#lasts - width / scale));
    const pen = this.canvas.getContext("2d");
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.clearRect(0, 0, width, HEIGHT);
    new Picture(pen, width, scale, this.#left, getComputedStyle(this.canvas)).draw(this.#state);
  }
}

class Picture {
  constructor(pen, width, scale, left, style) {
    Object.assign(this, { pen, width, scale, left, style });
  }

  colour = (name) => this.style.getPropertyValue("--" + name).trim();
  x = (time) => (time - this.left) * this.scale;

  draw({ sound, place, findings, lasts }) {
    this.pen.font = "12px system-ui, sans-serif";
    this.#ruler(lasts);
    this.#speech(sound.speech, lasts);
    this.#lane(sound.tracks.client, RULER, "client");
    this.#lane(sound.tracks.server, RULER + LANE + WORDS, "server");
    this.#words(sound.speech.map((one) => ({ from: one.from, words: one.words })), RULER + LANE, "client");
    this.#words(sound.spoken, RULER + 2 * LANE + WORDS, "server");
    for (const at of sound.breaks) this.#break(at);
    for (const at of findings) this.#mark(at);
    this.pen.fillStyle = this.colour("ink");
    this.pen.fillRect(Math.round(this.x(place)), 0, 1.5, HEIGHT);
  }

  #ruler(lasts) {
    const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600].find((one) => one * this.scale >= 64) ?? 1800;
    this.pen.fillStyle = this.colour("soft");
    for (let time = Math.floor(this.left / step) * step; time <= lasts && this.x(time) < this.width; time += step) {
      const x = Math.round(this.x(time));
      this.pen.fillRect(x, 0, 1, 4);
      if (x + 30 < this.width) this.pen.fillText(step < 1 ? time.toFixed(1) + " s" : Math.round(time) + " s", x + 3, 11);
    }
  }

  /** Where the server heard speech. */
  #speech(all, lasts) {
    this.pen.fillStyle = this.colour("client-well");
    for (const one of all) {
      const from = this.x(one.from);
      const to = this.x(one.to ?? lasts);
      if (to > 0 && from < this.width) this.pen.fillRect(from, RULER, Math.max(2, to - from), LANE);
    }
  }

  #lane(track, top, side) {
    const middle = top + LANE / 2;
    this.pen.fillStyle = this.colour("line");
    this.pen.fillRect(0, middle, this.width, 1);
    this.pen.fillStyle = this.colour(side);
    const each = PEAKS / this.scale;
    const last = Math.min(track.peaks.length, Math.ceil(track.end * PEAKS));
    for (let x = 0; x < this.width; x++) {
      const from = Math.floor((this.left + x / this.scale) * PEAKS);
      if (from >= last) break;
      let peak = 0;
      for (let i = from; i < Math.min(last, from + Math.max(1, each)); i++) peak = Math.max(peak, track.peaks[i]);
      const height = (peak / 255) ** 0.7 * (LANE / 2 - 1);
      if (height > 0.6) this.pen.fillRect(x, middle - height, 1, 2 * height);
    }
  }

  #words(all, top, side) {
    this.pen.fillStyle = this.colour(side);
    all.forEach((one, index) => {
      const from = this.x(one.from);
      const to = index + 1 < all.length ? this.x(all[index + 1].from) : this.width;
      if (!one.words || to < 0 || from > this.width || to - from < 12) return;
      this.pen.save();
      this.pen.beginPath();
      this.pen.rect(Math.max(0, from), top, to - Math.max(0, from) - 6, WORDS);
      this.pen.clip();
      this.pen.fillText(one.words.slice(0, 400), Math.max(2, from), top + 13);
      this.pen.restore();
    });
  }

  #break(at) {
    this.pen.strokeStyle = this.colour("warning");
    this.pen.setLineDash([3, 3]);
    this.pen.beginPath();
    this.pen.moveTo(this.x(at), RULER);
    this.pen.lineTo(this.x(at), HEIGHT - WORDS);
    this.pen.stroke();
    this.pen.setLineDash([]);
  }

  #mark(at) {
    const x = this.x(at);
    if (x < -4 || x > this.width + 4) return;
    this.pen.fillStyle = this.colour("fail");
    this.pen.fillRect(Math.round(x) - 0.75, RULER, 1.5, HEIGHT - RULER);
    this.pen.beginPath();
    this.pen.arc(x, RULER, 4, 0, 7);
    this.pen.fill();
  }
}
