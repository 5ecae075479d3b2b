// One session: how it stands, its sound, its timeline, and what can be done with it.

import { rows } from "../model/rows.js";
import { wanted } from "../model/search.js";
import { counted, grouped } from "../model/words.js";
import { Watched } from "../wire/watched.js";
import { About } from "./about.js";
import { Detail } from "./detail.js";
import { el } from "./el.js";
import { Inject } from "./inject.js";
import { LongList } from "./list.js";
import { Soundbox } from "./soundbox.js";
import { drawn, stamp } from "./timeline.js";
import { Verdict } from "./verdict.js";

/** What has less room shows both sides in one lane, in rows of two lines. */
const ONE_LANE = 600;
/** Drawing takes at most a tenth of the time. */
const SHARE = 10;
const SOONEST = 80;

export class SessionView {
  #api;
  #go;
  #watched = null;
  #opened = new Set();
  #filter = { text: "", sides: new Set(), only: "" };
  #follow = true;
  #timer = 0;
  #stale = false;
  #wantedIndex = null;
  #list = new LongList("Timeline", drawn, (row, opened) => this.#chosen(row, opened), () => this.#list.element.offsetWidth <= ONE_LANE ? 46 : 28);
  #soundbox = new Soundbox((at) => this.#near(at));
  #inject;
  #detail;
  #about;
  #trouble = el("p.trouble", { role: "status", hidden: true });
  #verdict = new Verdict(() => this.#list.next((row) => row.kind === "finding"));
  #count = el("p.count");
  #search = el("input", { type: "search", placeholder: "Search events and findings", "aria-label": "Search events", oninput: () => { this.#filter.text = this.#search.value; this.draw(); } });
  #following = el("button.chip", { type: "button", "aria-pressed": "true", title: "Scroll with what comes (F)", onclick: () => this.follow(!this.#follow) }, "Follow");
  #chips = [["client", "Client"], ["server", "Server"], ["wrong", "Findings"]].map(([name, text]) => el("button.chip.is-" + name, { type: "button", "aria-pressed": "false", "data-name": name, onclick: () => this.#toggle(name) }, text));

  /**
   * @param api what is asked
   * @param go follows a fragment of the address
   */
  constructor(api, go) {
    this.#api = api;
    this.#go = go;
    this.#inject = new Inject(api);
    this.#about = new About(api, () => this.#inject.toggle(), () => go("#/compare/" + this.number));
    this.#detail = new Detail(api, () => this.closeEvent());
    this.element = el("section.session", { "aria-label": "Session" }, el("div.main", {}, this.#about.element, this.#trouble, this.#inject.element, this.#soundbox.element, this.#verdict.element,
      el("div.tools", { role: "search" }, this.#search, el("div.chips", { role: "group", "aria-label": "What is shown" }, this.#chips, this.#following), this.#count),
      el("div.lanes-head", { "aria-hidden": "true" }, el("span", {}, "s"), el("span.client", {}, "client"), el("span.server", {}, "server")),
      this.#list.element), this.#detail.element);
    this.#list.element.addEventListener("wheel", (event) => { if (event.deltaY < 0) this.follow(false); }, { passive: true });
  }

  get number() {
    return this.#watched?.number ?? null;
  }

  /** Shows a session, and one of its events where that is asked for. */
  open(number, index) {
    this.#wantedIndex = index;
    if (this.number !== number) {
      this.leave();
      this.#watched = new Watched(this.#api, number);
      this.#watched.addEventListener("change", () => this.#later());
      this.follow(index === null);
      this.#about.begin(this.#watched);
    }
    this.#later();
  }

  leave() {
    this.#watched?.close();
    this.#watched = null;
    this.#opened.clear();
    this.#soundbox.leave();
    this.#inject.leave();
    this.#detail.hide();
    this.#list.show([]);
  }

  follow(on) {
    this.#follow = on;
    this.#following.setAttribute("aria-pressed", on);
    if (on) this.draw();
  }

  closeEvent() {
    this.#detail.hide();
    if (this.number !== null) this.#go("#/session/" + this.number);
    this.#list.element.focus();
  }

  /** Keys that are not typed into something. */
  key(name) {
    if (name === "f") this.follow(!this.#follow);
    else if (name === "n" || name === "p") this.#list.next((row) => row.kind === "finding", name === "n" ? 1 : -1);
    else if (name === "/") this.#search.focus();
    else if (name === "s") this.#soundbox.toggle();
    else if (name === "Escape" && !this.#detail.element.hidden) this.closeEvent();
    else return false;
    return true;
  }

  /** What comes in a burst is drawn together. */
  #later() {
    if (this.#timer) {
      this.#stale = true;
      return;
    }
    const began = performance.now();
    this.draw();
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      if (this.#stale) this.#later();
    }, Math.max(SOONEST, SHARE * (performance.now() - began)));
    this.#stale = false;
  }

  draw() {
    const watched = this.#watched;
    if (!watched) return;
    this.#about.show(watched);
    this.#trouble.hidden = watched.trouble === "";
    this.#trouble.textContent = watched.trouble;
    const places = watched.places;
    const test = wanted(this.#filter);
    const all = rows(watched.seen, places, this.#opened, test);
    for (const row of all) row.stamp = stamp(row);
    this.#list.show(all, this.#follow && watched.facts?.open === true);
    const events = watched.seen.length;
    const some = test ? all.filter((row) => row.kind === "event").length : events;
    this.#count.textContent = test ? `${grouped(some)} of ${counted(events, "event")}` : counted(events, "event");
    this.#soundbox.show(watched.sound, [...places].filter(([, all]) => all.some((one) => one.level === "fail")).map(([index]) => (watched.seen[index]?.at ?? 0) / 1e6));
    this.#inject.show(watched);
    this.#verdict.show([...places.values()].flat(), watched.judged);
    this.#goToWanted(all);
  }

  #goToWanted(all) {
    if (this.#wantedIndex === null) return;
    const index = this.#wantedIndex;
    if (!this.#watched.seen[index]) return;
    this.#wantedIndex = null;
    this.#showEvent(index);
    const place = all.findIndex((row) => row.index === index && row.kind === "event" || row.kind === "run" && row.indices.includes(index));
    if (place >= 0 && this.#list.row?.key !== all[place].key) this.#list.choose(place, false);
  }

  #toggle(name) {
    if (name === "wrong") this.#filter.only = this.#filter.only === "wrong" ? "" : "wrong";
    else if (!this.#filter.sides.delete(name)) this.#filter.sides.add(name);
    this.#chips.forEach((chip) => chip.setAttribute("aria-pressed", chip.dataset.name === "wrong" ? this.#filter.only === "wrong" : this.#filter.sides.has(chip.dataset.name)));
    this.draw();
  }

  #chosen(row, opened) {
    if (row.kind === "turn" || row.kind === "answer" || (row.kind === "run" && row.indices.length > 1)) {
      if (!opened) return;
      if (!this.#opened.delete(row.key)) this.#opened.add(row.key);
      this.follow(false);
      this.draw();
    } else if (opened || !this.#detail.element.hidden) {
      if (row.index === undefined) return;
      this.follow(false);
      this.#go("#/session/" + this.number + "/" + row.index);
    }
  }

  #showEvent(index) {
    this.#detail.show(this.#watched.seen[index], this.#watched.places.get(index) ?? [], this.#watched.facts?.profile ?? "live");
  }

  /** The row that happened at a time in the sound. */
  #near(at) {
    const micros = at * 1e6;
    let best = -1;
    for (let index = 0; index < this.#list.length; index++) {
      if ((this.#list.rowAt(index).at ?? Infinity) <= micros) best = index;
    }
    if (best >= 0) {
      this.follow(false);
      this.#list.choose(best, false);
    }
  }
}
