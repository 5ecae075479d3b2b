// One event, opened: its JSON explained, what is wrong with it and who says so, and what to do with it.

import { explained } from "../model/fields.js";
import { parts } from "../model/place.js";
import { step } from "../model/scenario.js";
import { bytes, seconds } from "../model/words.js";
import { breakable, button, el, foreign, sign } from "./el.js";
import { tree } from "./tree.js";

export class Detail {
  #api;
  #close;
  #guides = new Map();
  element = el("aside.detail", { "aria-label": "The event", hidden: true });

  constructor(api, close) {
    this.#api = api;
    this.#close = close;
  }

  /**
   * Shows an event.
   * @param seen what was seen
   * @param findings about it
   * @param profile the wire profile whose schema explains it
   */
  async show(seen, findings, profile) {
    const body = el("div.body", {}, this.#body(seen, findings, null));
    this.element.hidden = false;
    this.element.replaceChildren(el("header", {}, el("h2.name", {}, breakable(seen.type)), button("✕", this.#close, { "aria-label": "Close the event", class: "button bare" })), body);
    this.element.scrollTop = 0;
    if (seen.kind !== "event") return;
    const guide = await this.#guide(seen.type, profile);
    if (guide && body.isConnected) body.replaceChildren(...this.#body(seen, findings, guide));
  }

  hide() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  async #guide(type, profile) {
    const query = "?profile=" + encodeURIComponent(profile);
    const known = await this.#kept("/soundcheck/events" + query);
    if (!known?.events.some((one) => one.type === type)) return null;
    return this.#kept(`/soundcheck/events/${encodeURIComponent(type)}${query}`);
  }

  /** Asked for once; null while it cannot be had. */
  async #kept(path) {
    if (!this.#guides.has(path)) this.#guides.set(path, this.#api.get(path));
    try {
      return await this.#guides.get(path);
    } catch {
      this.#guides.delete(path);
      return null;
    }
  }

  #body(seen, findings, guide) {
    return [el("p.facts", {}, `${seconds(seen.at)} s · the ${seen.from || "silence"} · ${bytes(seen.size)}`),
      findings.map(offence),
      guide ? el("p.description", {}, foreign(guide.description)) : null,
      ...content(seen, findings, guide)].flat();
  }
}

function offence(finding) {
  const apart = parts(finding.message);
  return el("div.offence.is-" + finding.level, {},
    el("p", {}, sign(finding.level), el("b", {}, KINDS[finding.kind] ?? finding.kind), finding.rule ? el("code", {}, finding.rule) : null),
    apart ? el("dl.pair", {}, el("div", {}, el("dt", {}, apart.path ? ["Expected at ", foreign(apart.path, "code")] : "Expected"), foreign(apart.expected, "dd")), el("div.found", {}, el("dt", {}, "Found"), foreign(apart.found, "dd")))
      : foreign(finding.message, "p.message"),
    finding.sources.length > 0 ? el("p.source", {}, "Asked by ", foreign(finding.sources.join("; "))) : null);
}

const KINDS = {
  client: "Not allowed by the contract: the client", client_unknown_member: "A member the contract does not know: ignored",
  client_sound: "The client's sound", server: "Not allowed by the contract: the server", staged: "Sent on purpose, or a mistake of the scenario",
  scenario: "A line of the scenario was not met", recording: "Another than the recorded client", internal: "The mock failed", rule: "A rule is broken",
};

function content(seen, findings, guide) {
  if (seen.kind !== "event") return [plain(seen)];
  const wrong = new Map();
  for (const finding of findings) {
    const apart = parts(finding.message);
    if (apart?.path) wrong.set(apart.path, [...(wrong.get(apart.path) ?? []), apart]);
  }
  const told = el("span.count", { role: "status" });
  return [el("div.actions", {}, copy("Copy JSON", () => JSON.stringify(seen.event, null, 2), told), copy("Copy as scenario step", () => step(seen), told), told),
    tree(seen, explained(guide), wrong), missing(guide, seen, wrong)].filter(Boolean);
}

/** A member that has to be there and is not has no line of its own. */
function missing(guide, seen, wrong) {
  const absent = (guide?.fields ?? []).filter((field) => field.required && !field.when && !field.path.includes(".") && !field.path.includes("[") && !(field.path in seen.event));
  return absent.length === 0 || wrong.size === 0 ? null : el("p.absent", {}, "Missing: ", el("code", {}, absent.map((field) => field.path).join(", ")));
}

function copy(text, content, told) {
  return button(text, async () => {
    try {
      await navigator.clipboard.writeText(content());
      told.textContent = "Copied.";
    } catch {
      told.textContent = "The browser does not let the page copy.";
    }
  });
}

function plain(seen) {
  switch (seen.kind) {
    case "closed": return el("p", {}, `The ${seen.from} closed the connection with ${seen.code}`, seen.reason ? [": ", foreign(seen.reason)] : ".");
    case "malformed": return el("div", {}, foreign(seen.why, "p"), el("pre.out", { tabindex: "0" }, foreign(seen.text.slice(0, 20_000))), seen.text.length > 20_000 ? el("p.facts", {}, "The first 20,000 characters of " + bytes(seen.text.length)) : null);
    case "binary": return el("p", {}, bytes(seen.bytes) + " in a binary frame. A trace has them in base64.");
    default: return el("p", {}, "Nothing was said.");
  }
}
