// The sessions: live ones and those that ended, newest first.

import { counted, grouped, line, shown } from "../model/words.js";
import { aside, el, sign } from "./el.js";
import { LongList } from "./list.js";

const HEIGHT = 58;
const STATES = [["", "All"], ["open", "Live"], ["wrong", "With findings"]];

export class Listing {
  #sessions;
  #go;
  #filter = { text: "", state: "" };
  #list = new LongList("Sessions", (row) => drawn(row), (row, opened) => opened && this.#go(row.one.session), () => HEIGHT);
  #count = el("p.count", { role: "status" });
  #search = el("input", { type: "search", placeholder: "Scenario, test, profile, number", "aria-label": "Search sessions", oninput: () => { this.#filter.text = this.#search.value.toLowerCase(); this.draw(); } });
  #states = STATES.map(([state, text]) => el("button.chip", { type: "button", "aria-pressed": state === "", "data-state": state, onclick: () => { this.#filter.state = state; this.draw(); } }, text));
  #nothing = el("div.nothing");

  /**
   * @param sessions that are known
   * @param go opens one by its number
   */
  constructor(sessions, go) {
    this.#sessions = sessions;
    this.#go = go;
    this.element = el("section.listing", { "aria-label": "Sessions" },
      el("div.tools", { role: "search" }, this.#search, el("div.chips", { role: "group", "aria-label": "Which sessions" }, this.#states), this.#count),
      this.#nothing, this.#list.element);
    sessions.addEventListener("change", () => this.draw());
  }

  /** Which session is shown beside the list. */
  mark(number) {
    this.marked = number;
    this.draw();
  }

  focus() {
    this.#search.focus();
  }

  draw() {
    const all = this.#sessions.all;
    const some = all.filter((one) => this.#wanted(one));
    this.#states.forEach((chip) => chip.setAttribute("aria-pressed", chip.dataset.state === this.#filter.state));
    const open = all.filter((one) => one.open).length;
    const count = some.length === all.length ? `${counted(all.length, "session")}, ${grouped(open)} live` : `${grouped(some.length)} of ${counted(all.length, "session")}`;
    // What is written anew is told anew by screen readers.
    if (this.#count.textContent !== count) this.#count.textContent = count;
    this.#list.show(some.map((one) => ({ key: "s" + one.session, one, stamp: JSON.stringify(one) + (one.session === this.marked), marked: one.session === this.marked })));
    this.#list.element.hidden = some.length === 0;
    this.#nothing.hidden = some.length > 0;
    this.#nothing.replaceChildren(...(all.length === 0 && this.#sessions.known ? first() : all.length > 0 ? [el("p", {}, "No session is like this.")] : []));
  }

  #wanted(one) {
    const written = `#${one.session} ${one.scenario} ${one.test} ${one.profile} ${one.model}`.toLowerCase();
    return written.includes(this.#filter.text) && (this.#filter.state !== "open" || one.open) && (this.#filter.state !== "wrong" || one.findings > 0);
  }
}

/** What to do before there is anything to see. */
function first() {
  const address = location.origin.replace(/^http/, "ws") + "/v1/realtime";
  return [el("h2", {}, "No session yet"), el("p", {}, "Point your app at this address, with any key:"), el("p", {}, el("code.address", {}, address)),
    el("p", {}, "or ", el("a", { href: "#/talk" }, "talk to it here"), ".")];
}

function state(one) {
  if (one.open) return ["live", "live"];
  const code = one.closed?.code ?? "";
  return ["ended", `closed ${code} by the ${one.closed?.from ?? "server"}`];
}

function drawn({ one, marked }) {
  const [kind, words] = state(one);
  const facts = [words, `${grouped(one.events.client)} ↑ ${grouped(one.events.server)} ↓`, one.test ? "test " + line(one.test, 40) : "", time(one.opened_at), "profile " + one.profile].filter(Boolean);
  return el("div.card" + (marked ? ".marked" : ""), {},
    el("div.top", {}, el("span.dot.is-" + kind, { "aria-hidden": "true" }), el("span.number", {}, "#" + one.session),
      el("span.title.foreign", { title: shown(one.scenario) }, line(one.scenario, 120)),
      one.findings > 0 ? el("span.wrong", {}, sign("fail"), String(one.findings), aside(" findings")) : null),
    el("div.facts.foreign", {}, facts.join(" · ")));
}

export function time(iso) {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? "" : date.toLocaleTimeString("en-GB");
}
