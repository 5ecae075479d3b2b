// The sound of a session, to be seen and heard.

import { lasting } from "../model/words.js";
import { Player } from "../voice/player.js";
import { button, el, options } from "./el.js";
import { Wave } from "./wave.js";

const SIDES = { both: ["client", "server"], client: ["client"], server: ["server"] };

export class Soundbox {
  #player = new Player();
  #sound = null;
  #findings = [];
  #wave = new Wave((time) => this.#go(time));
  #side = el("select", { "aria-label": "Which side is heard", onchange: () => this.#player.playing && this.#play() });
  #button = button("▶ Play", () => this.toggle(), { class: "button play" });
  #time = el("span.count.time");
  #note = el("p.facts", { hidden: true });

  /** @param told is told the time in seconds that was pointed at */
  constructor(told) {
    this.told = told;
    options(this.#side, [["both", "Both, as heard"], ["client", "Client"], ["server", "Server"]]);
    this.element = el("section.soundbox", { "aria-label": "Sound", hidden: true }, el("div.wave", {}, this.#wave.canvas), this.#note,
      el("div.bar", {}, this.#button, this.#side, this.#time, el("span.spring"),
        el("span.zoom.actions", {}, button("−", () => this.#wave.zoom(1 / 1.6), { "aria-label": "Zoom out" }), button("+", () => this.#wave.zoom(1.6), { "aria-label": "Zoom in" }), button("Fit", () => this.#wave.zoom(0), { "aria-label": "Show all of the sound" }))));
    this.#player.addEventListener("change", () => this.#changed());
  }

  /** @param findings times in seconds */
  show(sound, findings) {
    this.#sound = sound;
    this.#findings = findings;
    this.element.hidden = sound.lasts === 0 && !sound.unplayable;
    this.#note.hidden = !sound.unplayable;
    this.#note.textContent = sound.unplayable ? `Sound in ${sound.unplayable} is not decoded here.` : "";
    this.#draw();
  }

  toggle() {
    if (this.#player.playing) this.#player.stop();
    else this.#play();
  }

  /** Another session is looked at. */
  leave() {
    this.#player.stop();
    this.#player.place = 0;
  }

  #play(from = this.#player.now) {
    if (this.#sound) this.#player.play(SIDES[this.#side.value].map((side) => this.#sound.tracks[side]), from >= this.#sound.lasts ? 0 : from);
  }

  #go(time) {
    if (this.#player.playing) this.#play(time);
    this.#player.place = time;
    this.#draw();
    this.told(time);
  }

  #changed() {
    this.#button.textContent = this.#player.playing ? "❚❚ Pause" : "▶ Play";
    this.#draw();
    const frame = () => {
      if (!this.#player.playing) return;
      this.#draw();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  #draw() {
    if (!this.#sound || this.element.hidden) return;
    const place = this.#player.now;
    this.#time.textContent = lasting(place * 1000) + " of " + lasting(this.#sound.lasts * 1000);
    this.#wave.show({ sound: this.#sound, place, findings: this.#findings, lasts: this.#sound.lasts });
  }
}
