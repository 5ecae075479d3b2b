// A voice client in the page: what is said goes to the mock, what comes back is heard, and the session is seen beside it.

import { line } from "../model/words.js";
import { Call } from "../voice/call.js";
import { file, microphone } from "../voice/mouth.js";
import { Feed } from "../wire/feed.js";
import { button, el, foreign, labelled, options } from "./el.js";

export class Talk {
  #api;
  #show;
  #call = null;
  #feed = null;
  #answers = new Map();
  #mine = new Set();
  #theirs = new Map();
  #troubled = false;
  #setup;
  #scenario = el("input", { type: "text", list: "scenarios", placeholder: "what the server usually plays", spellcheck: "false", autocapitalize: "off" });
  #scenarios = el("datalist", { id: "scenarios" });
  #profile = el("select");
  #key = el("input", { type: "password", autocomplete: "off", placeholder: "only where the server has --key" });
  #file = el("input", { type: "file", accept: "audio/*" });
  #typed = el("input", { type: "text", placeholder: "Type a turn", "aria-label": "A typed turn" });
  #meter = el("meter", { min: "0", max: "1", value: "0", "aria-label": "How loud you are" });
  #state = el("p.state", { role: "status" }, "Not connected.");
  #words = el("ol.transcript", { "aria-live": "polite", "aria-label": "What was said" });
  #start = button("Talk with the microphone", () => this.#dial((heard) => microphone(heard)), { class: "button primary" });
  #play = button("Play the file", () => this.#dialFile());
  #type = button("Type only", () => this.#dial(null));
  #end = button("Hang up", () => this.#call?.hangUp(), { class: "button primary", hidden: true });
  #form = el("form.typed", { hidden: true, onsubmit: (event) => this.#say(event) }, this.#typed, el("button.button", { type: "submit" }, "Say"));

  /**
   * @param api what is asked
   * @param show is told the number of the session that this call is
   */
  constructor(api, show) {
    this.#api = api;
    this.#show = show;
    this.#setup = el("div.setup", {}, labelled("Scenario", this.#scenario), this.#scenarios, labelled("Profile", this.#profile), labelled("API key", this.#key), labelled("A file to speak", this.#file));
    this.element = el("section.talk", { "aria-label": "Talk" }, el("h2", {}, "Talk to it"), this.#setup,
      el("div.actions", {}, this.#start, this.#play, this.#type, this.#end), this.#meter, this.#state, this.#words, this.#form);
    options(this.#profile, ["", "live", "live-2026-07", "launch", "documented", "openai-ga"].map((id) => [id, id || "the server's own"]));
    this.#meter.hidden = true;
  }

  /** The names that can be chosen; a server that does not answer has none. */
  async open() {
    try {
      const { scenarios } = await this.#api.get("/soundcheck/scenarios");
      this.#scenarios.replaceChildren(...scenarios.map((one) => el("option", { value: one.name }, one.title)));
    } catch (failure) {
      this.#tell(failure.message);
    }
  }

  get talking() {
    return this.#call !== null;
  }

  #dialFile() {
    const [chosen] = this.#file.files;
    if (!chosen) {
      this.#tell("Choose a file of sound first.");
      this.#file.focus();
      return;
    }
    this.#dial((heard) => file(chosen, heard, () => this.#tell("The file is over; the line stays open and silent.")));
  }

  async #dial(mouth) {
    if (this.#call) return;
    const call = this.#call = new Call();
    this.#answers.clear();
    this.#words.replaceChildren();
    this.#tell("Connecting…");
    this.#buttons();
    call.addEventListener("event", ({ detail }) => this.#heard(detail, mouth !== null));
    call.addEventListener("level", ({ detail }) => { this.#meter.value = detail; });
    call.addEventListener("trouble", ({ detail }) => this.#tell(detail, true));
    call.addEventListener("ended", ({ detail }) => this.#ended(detail));
    try {
      await this.#listen();
      await call.dial({ scenario: this.#scenario.value.trim(), profile: this.#profile.value, key: this.#key.value }, mouth);
    } catch (failure) {
      this.#tell(failure.message, true);
      call.hangUp();
    }
  }

  /** The session that hears what we hear is ours: ids of events are told by no two. */
  #listen() {
    this.#mine = new Set();
    this.#theirs = new Map();
    return new Promise((begun) => {
      this.#feed = new Feed(this.#api, "/soundcheck/live", {
        opened: () => begun(),
        event: (name, data) => { if (name === "observed") this.#overheard(JSON.parse(data)); },
        lost: () => begun(),
      });
    });
  }

  #overheard({ connection, from, event }) {
    if (from !== "server" || typeof event?.event_id !== "string") return;
    if (this.#theirs.size < 1000) this.#theirs.set(event.event_id + event.type, connection);
    this.#match();
  }

  #match() {
    for (const id of this.#mine) {
      const connection = this.#theirs.get(id);
      if (connection === undefined || !this.#feed) continue;
      this.#feed.close();
      this.#feed = null;
      this.#show(connection);
    }
  }

  #heard(event, spoken) {
    if (this.#feed && typeof event.event_id === "string") {
      this.#mine.add(event.event_id + event.type);
      this.#match();
    }
    switch (event.type) {
      case "session.updated": this.#tell(spoken ? "Listening. Speak; you may interrupt." : "Connected. Type a turn."); break;
      case "input_audio_buffer.speech_started": this.#tell("It hears you."); break;
      case "input_audio_buffer.speech_stopped": this.#tell("It heard the end of your turn."); break;
      case "conversation.item.input_audio_transcription.completed": this.#put("you", event.transcript); break;
      case "response.created": this.#tell("It answers."); break;
      case "response.done": this.#tell("Your turn."); break;
      case "response.output_audio_transcript.delta":
      case "response.audio_transcript.delta":
      case "response.output_text.delta":
      case "response.text.delta": this.#answer(String(event.response_id), String(event.delta ?? "")); break;
      case "error": this.#put("error", event.error?.message); break;
      default:
    }
  }

  #put(who, words) {
    const made = el("li.is-" + who, {}, el("b", {}, { you: "You", it: "It", error: "Error" }[who]), foreign(String(words ?? ""), "span.said"));
    this.#words.append(made);
    this.#words.scrollTop = this.#words.scrollHeight;
    return made.lastChild;
  }

  #answer(id, delta) {
    if (!this.#answers.has(id)) this.#answers.set(id, this.#put("it", ""));
    this.#answers.get(id).append(foreign(delta));
    this.#words.scrollTop = this.#words.scrollHeight;
  }

  #say(event) {
    event.preventDefault();
    const text = this.#typed.value.trim();
    if (!text || !this.#call) return;
    this.#put("you", text);
    this.#call.type(text);
    this.#typed.value = "";
  }

  #ended({ code, reason }) {
    if (!this.#call) return;
    this.#call = null;
    this.#feed?.close();
    this.#feed = null;
    if (code !== 1000) this.#tell(code === 1006 ? this.#refused() : `The connection was closed with ${code}${reason ? ": " + line(reason) : ""}.`);
    else if (!this.#troubled) this.#tell("The call is over.");
    this.#buttons();
  }

  /** A browser says only that it did not come about. */
  #refused() {
    return "The connection did not come about, or broke. A scenario that does not exist, or a server that is gone, looks like this.";
  }

  #tell(words, troubled = false) {
    this.#troubled = troubled;
    this.#state.textContent = words;
  }

  #buttons() {
    const on = this.#call !== null;
    this.#setup.hidden = this.#start.hidden = this.#play.hidden = this.#type.hidden = on;
    this.#end.hidden = this.#form.hidden = this.#meter.hidden = !on;
    (on ? this.#end : this.#start).focus();
  }
}
