// A voice client, as an app in a browser is one: mints a secret, opens a socket with it, sends the microphone, plays what
// comes, and falls silent when the user speaks into it.

import { base64Of, bytesOf } from "../model/base64.js";
import { decoded } from "../model/codec.js";
import { pcm16 } from "./resampler.js";
import { RATE } from "./mouth.js";
import { Speaker } from "./speaker.js";

export class Call extends EventTarget {
  #socket = null;
  #close = null;
  #speaker = new Speaker();
  #over = false;
  #running = false;
  #cut = null;
  #done = new Set();

  /**
   * Dials.
   * @param wishes `{scenario, profile, key}`; empty text for what the server usually does
   * @param mouth opens where the user's sound comes from: gets what to call with pieces, gives what closes it; null to type
   */
  async dial({ scenario, profile, key }, mouth) {
    await this.#speaker.ready();
    const secret = await mint(key);
    const query = new URLSearchParams({ model: "grok-voice-latest", ...(scenario ? { scenario } : {}), ...(profile ? { profile } : {}) });
    const address = location.origin.replace(/^http/, "ws") + "/v1/realtime?" + query;
    const socket = this.#socket = new WebSocket(address, ["realtime", "xai-client-secret." + secret]);
    socket.onmessage = ({ data }) => this.#heard(data, mouth);
    socket.onclose = ({ code, reason }) => this.#ended(code, reason);
  }

  #heard(data, mouth) {
    if (typeof data !== "string") return;
    let event;
    try {
      event = JSON.parse(data);
    } catch {
      return;
    }
    switch (event.type) {
      case "session.created": this.#send({ type: "session.update", session: settings() }); break;
      case "session.updated": this.#begin(mouth); break;
      case "response.output_audio.delta":
      case "response.audio.delta": this.#speaker.play(String(event.item_id), decoded(bytesOf(String(event.delta)), { type: "audio/pcm" }), RATE); break;
      case "response.created": this.#running = true; break;
      case "response.done": this.#running = false; break;
      case "response.output_item.done": this.#finished(event.item?.id); break;
      case "input_audio_buffer.speech_started": this.#interrupted(); break;
      default:
    }
    this.dispatchEvent(new CustomEvent("event", { detail: event }));
  }

  async #begin(mouth) {
    if (this.#close || !mouth) return;
    this.#close = () => {};
    try {
      const close = await mouth((samples) => this.#said(samples));
      if (this.#over) close();
      else this.#close = close;
    } catch (failure) {
      this.dispatchEvent(new CustomEvent("trouble", { detail: failure.message }));
      this.hangUp();
    }
  }

  #said(samples) {
    if (samples.length === 0) return;
    this.#send({ type: "input_audio_buffer.append", audio: base64Of(pcm16(samples)) });
    this.dispatchEvent(new CustomEvent("level", { detail: samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0) }));
  }

  /** What is not heard yet is not heard; the server is told how far it was, once the item is finished. */
  #interrupted() {
    this.#cut = this.#speaker.stop() ?? this.#cut;
    this.#truncate();
  }

  #finished(item) {
    this.#done.add(item);
    this.#truncate();
  }

  #truncate() {
    if (!this.#cut || !this.#done.has(this.#cut.id)) return;
    this.#send({ type: "conversation.item.truncate", item_id: this.#cut.id, content_index: 0, audio_end_ms: this.#cut.millis });
    this.#cut = null;
  }

  /** Types in place of speaking. */
  type(text) {
    if (this.#running) this.#send({ type: "response.cancel" });
    this.#interrupted();
    this.#send({ type: "conversation.item.create", item: { type: "message", role: "user", content: [{ type: "input_text", text }] } });
    this.#send({ type: "response.create" });
  }

  #send(event) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(event));
  }

  hangUp() {
    if (this.#socket) this.#socket.close(1000);
    else this.#ended(1000, "");
  }

  #ended(code, reason) {
    if (this.#over) return;
    this.#over = true;
    this.#close?.();
    this.#speaker.stop();
    this.#speaker.close();
    this.dispatchEvent(new CustomEvent("ended", { detail: { code, reason } }));
  }
}

async function mint(key) {
  const answer = await fetch("/v1/realtime/client_secrets", {
    method: "POST",
    headers: { Authorization: "Bearer " + (key || "any"), "Content-Type": "application/json" },
    body: JSON.stringify({ expires_after: { seconds: 60 } }),
  }).catch(() => { throw new Error("The server does not answer."); });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(String(body.error ?? "The server gave no client secret, but status " + answer.status + "."));
  return body.value;
}

function settings() {
  const format = { type: "audio/pcm", rate: RATE };
  return { turn_detection: { type: "server_vad" }, audio: { input: { format }, output: { format } } };
}
