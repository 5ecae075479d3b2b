// How much was wrong in a session, and the way to it.

import { counted } from "../model/words.js";
import { button, el, sign } from "./el.js";

export class Verdict {
  #fails = el("span");
  #warnings = el("span");
  #next;
  #unasked = el("span.facts");

  /** @param next goes to the next finding */
  constructor(next) {
    this.#next = button("Next (N)", next);
    this.element = el("div.verdict", {}, this.#fails, this.#warnings, this.#next, this.#unasked);
    this.show([], "");
  }

  /**
   * @param found all findings
   * @param unasked why rules could not be asked, or nothing
   */
  show(found, unasked) {
    const fails = found.filter((one) => one.level === "fail").length;
    told(this.#fails, "fail", fails, "finding");
    told(this.#warnings, "warning", found.length - fails, "warning");
    this.#next.hidden = found.length === 0;
    this.#unasked.hidden = unasked === "";
    this.#unasked.textContent = unasked && "Rules were not asked: " + unasked;
    this.element.hidden = found.length === 0 && unasked === "";
  }
}

function told(place, level, number, what) {
  const words = number === 0 ? "" : counted(number, what);
  place.hidden = number === 0;
  if (place.dataset.words === words) return;
  place.dataset.words = words;
  place.replaceChildren(...(number === 0 ? [] : [sign(level), words]));
}
