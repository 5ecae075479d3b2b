// What was seen, told as a conversation: turns of the user, answers of the server, interruptions.

import { isKeepalive, responseOf, wordsOf } from "./gist.js";

const PCM_BYTES_PER_MILLI = 48;

/**
 * Turns and answers, with the index of what they begin at.
 * A turn: `{kind, number, at, words, spoken, call}`, where `call` is the id of the call that a tool answers. An answer: `{kind, number, id, at, status, words, firstSound, sound,
 * waited, done, calls, interrupted}`; times in microseconds, `sound` in milliseconds of 24 kHz PCM, `waited` from the end of the turn to
 * the first sound, null where there was none; `calls` of tools as `{name, id, written}`. A turn that breaks `into` an
 * answer names it, and the answer has the milliseconds of it that were heard as `interrupted`.
 */
export function story(all) {
  const teller = new Teller();
  all.forEach((seen, index) => { if (seen.kind === "event") teller.hear(seen, index); });
  return teller.heads;
}

class Teller {
  heads = new Map();
  #items = new Map();
  #answers = new Map();
  #turns = 0;
  #asked = null;
  #running = null;
  #speaking = false;

  hear(seen, index) {
    if (isKeepalive(seen)) return;
    const event = seen.event;
    switch (seen.type) {
      case "input_audio_buffer.speech_started": this.#speechStarted(seen, index); break;
      case "input_audio_buffer.speech_stopped": this.#asked = seen.at; this.#speaking = false; break;
      case "input_audio_buffer.committed": this.#asked = seen.at; this.#committed(seen, index); break;
      case "conversation.item.create": if (seen.from === "client") this.#typed(seen, index); break;
      case "response.create": if (seen.from === "client") this.#asked = seen.at; break;
      case "conversation.item.input_audio_transcription.completed": this.#understood(event.item_id, event.transcript); break;
      case "response.created": this.#answer(seen, index); break;
      default: this.#part(seen, index);
    }
  }

  #turn(seen, index, id, spoken) {
    const turn = { kind: "turn", number: ++this.#turns, at: seen.at, words: "", spoken, call: null, into: null };
    this.heads.set(index, turn);
    if (typeof id === "string") this.#items.set(id, turn);
    return turn;
  }

  #speechStarted(seen, index) {
    const answer = this.#running;
    this.#turn(seen, index, seen.event.item_id, true);
    this.#speaking = true;
    if (answer && answer.firstSound !== null && seen.at < answer.firstSound + answer.sound * 1000) {
      answer.interrupted = (seen.at - answer.firstSound) / 1000;
      this.heads.get(index).into = answer;
    }
  }

  /** Without voice activity a turn is seen when it is committed. */
  #committed(seen, index) {
    const id = seen.event.item_id;
    if (!this.#items.has(id)) this.#turn(seen, index, id, true);
    this.#speaking = false;
  }

  #typed(seen, index) {
    const item = seen.event.item;
    if (item?.role !== "user" && item?.type !== "function_call_output") return;
    const turn = this.#turn(seen, index, item.id, false);
    turn.words = item.type === "function_call_output" ? String(item.output ?? "") : wordsOf(item);
    turn.call = item.type === "function_call_output" ? String(item.call_id ?? "") : null;
    this.#asked = seen.at;
  }

  #understood(id, words) {
    const turn = this.#items.get(id);
    if (turn && typeof words === "string") turn.words = words;
  }

  #answer(seen, index) {
    const answer = { kind: "answer", number: this.#answers.size + 1, id: String(responseOf(seen.event) ?? ""), at: seen.at,
      status: "", words: "", firstSound: null, sound: 0, waited: null, done: null, calls: [], interrupted: null };
    this.#answers.set(answer.id, answer);
    this.#running = answer;
    this.heads.set(index, answer);
  }

  #part(seen, index) {
    const answer = this.#answers.get(responseOf(seen.event));
    if (!answer) return;
    const event = seen.event;
    if (seen.member === "delta") this.#sound(answer, seen);
    else if (/transcript\.delta$|text\.delta$/.test(seen.type)) answer.words += String(event.delta ?? "");
    else if (seen.type === "response.function_call_arguments.done") answer.calls.push({ name: String(event.name ?? ""), id: event.call_id, written: String(event.arguments ?? "") });
    else if (seen.type === "response.done") {
      answer.status = String(event.response?.status ?? "");
      answer.done = seen.at;
    }
  }

  #sound(answer, seen) {
    if (answer.firstSound === null) {
      answer.firstSound = seen.at;
      if (this.#asked !== null) answer.waited = (seen.at - this.#asked) / 1000;
    }
    answer.sound += seen.bytes / PCM_BYTES_PER_MILLI;
  }
}
