// What is played: to the next client, and from which features; mistakes of features are shown where they are.

import { counted, shown } from "../model/words.js";
import { button, el, foreign, labelled } from "./el.js";
import { LongList } from "./list.js";

const PAUSE = 350;
const FILE = "page.feature";
const BEGINNING = `Feature: Something of my own

  Scenario: A greeting
    When the user says anything
    Then the assistant says "Hello. What can I do for you?"
`;

export class Scenarios {
  #api;
  #all = [];
  #timer = 0;
  #search = el("input", { type: "search", placeholder: "Search scenarios", "aria-label": "Search scenarios", oninput: () => this.#draw() });
  #list = new LongList("Scenarios", (row) => this.#drawn(row), (row, opened) => opened && this.#queue(row.one.name), () => 46);
  #queued = el("ol.queue", { "aria-label": "In line for the next clients" });
  #told = el("p.told", { role: "status" });
  #text = el("textarea.mono.feature", { spellcheck: "false", autocapitalize: "off", rows: "16", oninput: () => this.#soon(), onscroll: () => { this.#gutter.scrollTop = this.#text.scrollTop; } });
  #gutter = el("pre.gutter", { "aria-hidden": "true" });
  #mistakes = el("ol.mistakes", { "aria-label": "Mistakes", "aria-live": "polite" });
  #folder = el("input.mono", { type: "text", spellcheck: "false", autocapitalize: "off" });
  #without = el("p.facts", {}, "This server was started without one. Start it with ", el("code", {}, "--features DIR"), " to load your own files, and again whenever one changed.");
  #with = el("div.folder", { hidden: true }, labelled("The folder, or one below it", this.#folder), el("div.actions", {}, button("Load it again", () => this.#load({ folder: this.#folder.value.trim() }))));

  constructor(api) {
    this.#api = api;
    this.#text.value = BEGINNING;
    this.#text.setAttribute("aria-label", "The text of a feature");
    this.element = el("section.scenarios", { "aria-label": "Scenarios" },
      el("div.pane", {}, el("h2", {}, "For the next connection"), el("p.facts", {}, "Whoever connects next and names no scenario is played what is first in line."), this.#queued,
        el("div.actions", {}, button("Empty the line", () => this.#order(() => this.#api.remove("/soundcheck/queue"), "The line is empty."))), this.#told,
        el("div.tools", { role: "search" }, this.#search), this.#list.element),
      el("div.pane", {}, el("h2", {}, "A feature of your own"), el("div.editor", {}, this.#gutter, this.#text), this.#mistakes,
        el("div.actions", {}, button("Play it next", () => this.#order(() => this.#api.post("/soundcheck/queue", { feature: this.#text.value }), "It is in line for the next connection.")),
          button("Load it beside the built-in ones", () => this.#load({ files: { [FILE]: this.#text.value } }))),
        el("h2", {}, "The server's folder of features"), this.#without, this.#with));
  }

  async open() {
    await this.#order(async () => {
      const { scenarios, folder } = await this.#api.get("/soundcheck/scenarios");
      this.#all = scenarios;
      this.#folder.value ||= folder ?? "";
      this.#without.hidden = folder !== undefined;
      this.#with.hidden = folder === undefined;
      this.#draw();
      return this.#api.get("/soundcheck/queue");
    }, "");
    this.#soon();
  }

  #draw() {
    const words = this.#search.value.toLowerCase();
    const some = this.#all.filter((one) => (one.name + " " + one.title).toLowerCase().includes(words));
    this.#list.show(some.map((one) => ({ key: "n" + one.name, one, stamp: one.title })));
  }

  #drawn({ one }) {
    return el("div.card.small", {}, el("div.top", {}, el("span.title.foreign", { title: shown(one.name) }, shown(one.title)), button("Play next", () => this.#queue(one.name), { "aria-label": "Play next: " + shown(one.title), class: "button small" })), el("div.facts.foreign", {}, shown(one.name)));
  }

  #queue(scenario) {
    return this.#order(() => this.#api.post("/soundcheck/queue", { scenario }), "In line for the next connection: " + scenario);
  }

  async #order(deed, done) {
    try {
      const { queued } = await deed();
      this.#queued.replaceChildren(...(queued.length === 0 ? [el("li.facts", {}, "Nothing is in line.")] : queued.map((name) => el("li", {}, foreign(name)))));
      this.#tell(done, false);
    } catch (failure) {
      this.#tell(failure.message, true);
    }
  }

  async #load(body) {
    try {
      const { scenarios } = await this.#api.put("/soundcheck/features", body);
      await this.open();
      this.#tell(counted(scenarios, "scenario") + " can be played now.", false);
      this.#show([]);
    } catch (failure) {
      this.#tell(failure.mistakes?.length > 0 ? "Nothing was changed: " + counted(failure.mistakes.length, "mistake") + "." : failure.message, true);
      this.#show(failure.mistakes ?? []);
    }
  }

  /** Checks what is typed, when the typing pauses. */
  #soon() {
    clearTimeout(this.#timer);
    this.#number([]);
    this.#timer = setTimeout(async () => {
      try {
        this.#show((await this.#api.post("/soundcheck/features/check", { files: { [FILE]: this.#text.value } })).mistakes);
      } catch (failure) {
        this.#show([failure.message]);
      }
    }, PAUSE);
  }

  #show(mistakes) {
    const lines = mistakes.map((mistake) => ({ mistake, line: ofPage(mistake) }));
    this.#number(lines.map((one) => one.line));
    this.#mistakes.replaceChildren(...lines.map(({ mistake, line }) => el("li", {}, line > 0 ? button(foreign(mistake), () => this.#to(line), { class: "plain" }) : foreign(mistake))));
  }

  #number(wrong) {
    const count = this.#text.value.split("\n").length;
    this.#gutter.replaceChildren(...Array.from({ length: count }, (_, index) => el("span" + (wrong.includes(index + 1) ? ".wrong" : ""), {}, (wrong.includes(index + 1) ? "✕ " : "") + (index + 1) + "\n")));
  }

  #to(line) {
    const lines = this.#text.value.split("\n");
    const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    this.#text.focus();
    this.#text.setSelectionRange(from, from + lines[line - 1].length);
  }

  #tell(words, wrong) {
    this.#told.classList.toggle("wrong", wrong);
    this.#told.replaceChildren(foreign(words));
  }
}

/** The line of a mistake of the page's own feature; 0 for one of another file. */
function ofPage(mistake) {
  const place = /^\S*page\.feature:(\d+):/.exec(mistake);
  return place ? Number(place[1]) : 0;
}
