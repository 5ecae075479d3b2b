// Two sessions side by side: what the structural diff says, which passes over what may differ.

import { counted, grouped, line, shown } from "../model/words.js";
import { el, foreign, labelled, options } from "./el.js";
import { LongList } from "./list.js";

const KINDS = {
  only_left: "only in the first", only_right: "only in the second", member_only_left: "a member of the first only", member_only_right: "a member of the second only", member_order: "members in another order",
  value_type: "another kind of value", value: "another value", length: "a list of another length", name: "names another thing",
};

export class Compare {
  #api;
  #go;
  #sessions;
  #pair = [0, 0];
  #left = el("select", { onchange: () => this.#choose() });
  #right = el("select", { onchange: () => this.#choose() });
  #score = el("p.score", { role: "status" });
  #list = new LongList("Differences", drawn, (row, opened) => opened && this.#follow(row), () => 64);

  /**
   * @param sessions that are known
   * @param go follows a fragment of the address
   */
  constructor(api, sessions, go) {
    this.#api = api;
    this.#sessions = sessions;
    this.#go = go;
    this.element = el("section.compare", { "aria-label": "Two sessions compared" }, el("h1", {}, "Compare"),
      el("div.sides", {}, labelled("First", this.#left), labelled("Second", this.#right)), this.#score, this.#list.element);
    sessions.addEventListener("change", () => this.#fill());
  }

  async open(left, right) {
    this.#pair = [left, right];
    this.#fill();
    this.#list.show([]);
    this.#list.element.hidden = true;
    if (!left || !right) {
      this.#score.textContent = "Choose two sessions.";
      return;
    }
    this.#score.textContent = "Comparing…";
    try {
      this.#show(await this.#api.get(`/soundcheck/diff?left=${left}&right=${right}`));
    } catch (failure) {
      this.#score.textContent = failure.message;
    }
  }

  #fill() {
    const entries = [["0", "–"], ...this.#sessions.all.map((one) => [String(one.session), `#${one.session} ${line(one.scenario, 60)}`])];
    for (const [select, number] of [[this.#left, this.#pair[0]], [this.#right, this.#pair[1]]]) {
      if (select.matches(":focus") || select.dataset.entries === JSON.stringify(entries) + number) continue;
      select.dataset.entries = JSON.stringify(entries) + number;
      options(select, entries, String(number));
    }
  }

  #choose() {
    this.#go(`#/compare/${this.#left.value}/${this.#right.value}`);
  }

  #show({ compared, equal, different }) {
    this.#score.textContent = different.length === 0 ? `No difference: ${counted(compared, "event")} compared.` : `${grouped(equal)} of ${counted(compared, "event")} are equal; ${counted(different.length, "event")} ${different.length === 1 ? "differs" : "differ"}.`;
    this.#list.element.hidden = different.length === 0;
    this.#list.show(different.flatMap((one, index) => one.differences.map((difference, place) => ({ key: `d${index}.${place}`, stamp: "", one, difference, first: place === 0 }))));
  }

  /** Opens the event in the session that has it. */
  #follow({ one }) {
    const [left, right] = this.#pair;
    this.#go(one.left !== null ? `#/session/${left}/${one.left - 2}` : `#/session/${right}/${one.right - 2}`);
  }
}

function drawn({ one, difference }) {
  const { kind, path, left, right } = difference;
  const side = (text, has) => el("span.side" + (has ? "" : ".none"), {}, has ? foreign(line(String(text), 200)) : "–");
  const here = { left: !kind.endsWith("only_right"), right: !kind.endsWith("only_left") };
  return el("div.difference", {}, el("div.top", {}, el("span.name.is-" + (one.from === "client" ? "client" : "server"), {}, shown(one.event)), el("code", {}, path ? shown(path) : ""), el("span.facts", {}, KINDS[kind] ?? kind)),
    el("div.both", {}, side(left, here.left), side(right, here.right)));
}
