// The sound of a session: both tracks, and what the server heard and understood under them.

import { bytesOf } from "./base64.js";
import { decoded, formatsAfter, USUAL } from "./codec.js";
import { Track } from "./track.js";

export class Sound {
  tracks = { client: new Track(), server: new Track() };
  /** Times of speech as the server found them, in seconds: `{from, to, words}`; `to` is null while it goes on. */
  speech = [];
  /** Answers as they were spoken: `{from, words}`. */
  spoken = [];
  /** Interruptions and cancels, in seconds. */
  breaks = [];
  /** A format that cannot be played here, if there was one. */
  unplayable = "";
  #formats = { client: USUAL, server: USUAL };
  #answer = null;

  get lasts() {
    return Math.max(this.tracks.client.end, this.tracks.server.end);
  }

  hear(seen) {
    if (seen.kind !== "event") return;
    const at = seen.at / 1e6;
    if (seen.member) this.#piece(seen, at);
    else this.#event(seen, at);
  }

  #piece(seen, at) {
    if (!seen.sound) return;
    const side = seen.from === "client" ? "client" : "server";
    const format = this.#formats[side];
    const samples = decoded(bytesOf(seen.sound), format);
    if (samples) this.tracks[side].sound(at, samples, format.rate);
    else this.unplayable = format.type;
    if (side === "server") this.#begin(seen.event.response_id, at);
  }

  #begin(id, at) {
    if (this.#answer?.id === id) return;
    this.#answer = { id, from: Math.max(at, this.tracks.server.end - 0.2), words: "" };
    this.spoken.push(this.#answer);
  }

  #event(seen, at) {
    const event = seen.event;
    switch (seen.type) {
      case "session.created":
      case "session.updated": this.#formats = formatsAfter(event.session, this.#formats); break;
      case "input_audio_buffer.speech_started":
        this.speech.push({ from: at, to: null, words: "", item: event.item_id });
        this.#break(at);
        break;
      case "input_audio_buffer.speech_stopped": this.#stopped(event.item_id, at); break;
      case "response.cancel": this.#break(at); break;
      case "conversation.item.input_audio_transcription.completed": this.#understood(event.item_id, event.transcript); break;
      default: if (/audio_transcript\.delta$/.test(seen.type)) this.#say(event, at);
    }
  }

  #break(at) {
    if (at < this.tracks.server.end) this.breaks.push(at);
    this.tracks.server.fallSilent(at);
  }

  #stopped(item, at) {
    const speech = this.speech.findLast((one) => one.item === item) ?? this.speech.at(-1);
    if (speech && speech.to === null) speech.to = at;
  }

  #understood(item, words) {
    const speech = this.speech.findLast((one) => one.item === item);
    if (speech && typeof words === "string") speech.words = words;
  }

  #say(event, at) {
    this.#begin(event.response_id, at);
    if (this.#answer?.id === event.response_id) this.#answer.words += String(event.delta ?? "");
  }
}
