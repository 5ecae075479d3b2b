// What a session is, and what can be done with it. What is pressed stays the same element while more becomes known:
// a menu that lies open stays open, and the keyboard stays where it was.

import { counted, shown } from "../model/words.js";
import { button, el, foreign } from "./el.js";
import { time } from "./listing.js";
import { saves } from "./saves.js";

export class About {
  element = el("header.about");
  #api;
  #orders;
  #compare;
  #drawn = "";
  #title;
  #badge;
  #inject;
  #pressed = [];
  #facts;

  /**
   * @param api what is asked
   * @param orders opens or shuts the orders to a session that runs
   * @param compare leads to where it is compared with another
   */
  constructor(api, orders, compare) {
    this.#api = api;
    this.#orders = orders;
    this.#compare = compare;
  }

  /** Another session, of which nothing is known yet. */
  begin(watched) {
    this.#drawn = "";
    this.#title = el("h1", {}, "Session #" + watched.number);
    this.#badge = el("span.badge", { hidden: true });
    this.#inject = button("Inject…", this.#orders, { disabled: true });
    this.#facts = el("dl.facts");
    this.#pressed = [this.#inject, saves(this.#api, watched), button("Compare…", this.#compare)];
    this.#may(false);
    this.element.replaceChildren(
      el("div.top", {}, el("a.back", { href: "#/", "aria-label": "All sessions" }, "‹"), this.#title, this.#badge, el("span.spring"), this.#pressed), this.#facts);
  }

  /** What is known by now. */
  show({ facts, gone }) {
    if (!facts) return;
    const drawn = JSON.stringify([facts, gone]);
    if (this.#drawn === drawn) return;
    this.#drawn = drawn;
    this.#title.replaceChildren(el("span.number", {}, "#" + facts.session + " "), foreign(facts.scenario));
    this.#stands(facts);
    this.#may(true);
    this.#inject.disabled = !facts.open || gone;
    const pairs = [["Profile", facts.profile], ["Model", facts.model], ["Test", facts.test], ["Opened", time(facts.opened_at)], ["Waits for", facts.open ? facts.waits_for : ""], ["Lost", facts.dropped > 0 ? counted(facts.dropped, "oldest event") : ""]];
    this.#facts.replaceChildren(...pairs.filter(([, value]) => value).map(([name, value]) => el("div", {}, el("dt", {}, name), foreign(value, "dd"))));
  }

  /** There is something to be done with a session that is known. */
  #may(known) {
    for (const one of this.#pressed) one.hidden = !known;
  }

  #stands({ open, closed }) {
    const { code, from, reason } = closed ?? {};
    this.#badge.hidden = false;
    this.#badge.className = open ? "badge is-live" : "badge is-ended";
    this.#badge.title = open ? "" : shown(reason ?? "");
    this.#badge.textContent = open ? "live" : `closed ${code ?? ""} by the ${from ?? "server"}`;
  }
}
