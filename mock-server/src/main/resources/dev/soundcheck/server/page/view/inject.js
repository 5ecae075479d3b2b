// Orders to a session that runs: an event, a fault, its end.

import { button, el, foreign, labelled, options } from "./el.js";

const CODES = [["1000", "1000 normal"], ["1001", "1001 going away"], ["1011", "1011 server error"], ["1013", "1013 try again later"], ["4000", "4000 an app's own"]];

export class Inject {
  #api;
  #number = null;
  #profile = "live";
  #filled = "";
  #type = el("select", { onchange: () => this.#example() });
  #event = el("textarea.mono", { rows: "7", spellcheck: "false", autocapitalize: "off" });
  #faults = el("input.mono", { type: "text", list: "faults", placeholder: "stall=2s@response.done", spellcheck: "false", autocapitalize: "off" });
  #known = el("datalist", { id: "faults" });
  #code = el("select");
  #reason = el("input", { type: "text", placeholder: "reason" });
  #told = el("p.told", { role: "status" });

  constructor(api) {
    this.#api = api;
    options(this.#code, CODES, "1011");
    this.element = el("section.inject", { "aria-label": "Orders to this session", hidden: true },
      el("form", { onsubmit: (event) => this.#order(event, "events", () => JSON.parse(this.#event.value), "The event is on its way.") },
        labelled("Send an event", this.#type), labelled("as JSON", this.#event), el("button.button", { type: "submit" }, "Send")),
      el("form", { onsubmit: (event) => this.#order(event, "faults", () => ({ faults: this.#faults.value }), "It misbehaves from now on.") },
        labelled("Misbehave", this.#faults), this.#known, el("button.button", { type: "submit" }, "Begin")),
      el("form", { onsubmit: (event) => this.#order(event, "close", () => ({ code: Number(this.#code.value), ...(this.#reason.value.trim() ? { reason: this.#reason.value } : {}) }), "It is closed.") },
        labelled("Close with", this.#code), this.#reason, el("button.button", { type: "submit" }, "Close")),
      this.#told);
    this.#reason.setAttribute("aria-label", "Reason of the close");
  }

  /** Which session is meant. */
  show(watched) {
    this.#number = watched.number;
    this.#profile = watched.facts?.profile ?? "live";
    if (watched.facts && !watched.facts.open) this.element.hidden = true;
  }

  leave() {
    this.element.hidden = true;
    this.#told.replaceChildren();
  }

  async toggle() {
    this.element.hidden = !this.element.hidden;
    if (this.element.hidden) return;
    this.#type.focus();
    if (this.#filled !== this.#profile) await this.#fill();
  }

  async #fill() {
    this.#filled = this.#profile;
    try {
      const { events } = await this.#api.get("/soundcheck/events?profile=" + encodeURIComponent(this.#profile));
      options(this.#type, events.filter((one) => one.from === "server").map((one) => [one.type, one.type]), "ping");
      const { faults } = await this.#api.get("/soundcheck/faults");
      this.#known.replaceChildren(...faults.map((one) => el("option", { value: one.usage.replace(/[[\]]/g, "") }, one.meaning)));
      await this.#example();
    } catch (failure) {
      this.#tell(failure.message, true);
    }
  }

  /** Begins with an event as it usually is, unless another was chosen meanwhile. */
  async #example() {
    const type = this.#type.value;
    try {
      const guide = await this.#api.get(`/soundcheck/events/${encodeURIComponent(type)}?profile=${encodeURIComponent(this.#profile)}`);
      const { event_id: filledIn, ...event } = guide.usual;
      if (type === this.#type.value) this.#event.value = JSON.stringify(event, null, 2);
    } catch (failure) {
      this.#tell(failure.message, true);
    }
  }

  async #order(event, what, body, done) {
    event.preventDefault();
    let order;
    try {
      order = body();
    } catch (wrong) {
      return this.#tell("The event: expected JSON, got something else (" + wrong.message + ").", true);
    }
    try {
      await this.#api.post(`/soundcheck/sessions/${this.#number}/${what}`, order);
      this.#tell(done, false);
    } catch (failure) {
      this.#tell(failure.message, true);
    }
  }

  #tell(words, wrong) {
    this.#told.classList.toggle("wrong", wrong);
    this.#told.replaceChildren(foreign(words));
  }
}
