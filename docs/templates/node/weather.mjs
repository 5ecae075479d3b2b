/**
 * A voice app: its user speaks or types, the service answers aloud, and get_weather is looked up.
 *
 *     XAI_API_KEY=... node main.mjs "What is the weather in Paris?" answer.wav
 *
 * XAI_REALTIME_URL says where the service is, if it is not xAI's own.
 */
import { EventEmitter, once } from "node:events";
import WebSocket from "ws";

/** Samples a second, of 16 bits, in both directions. */
export const RATE = 24_000;

const SERVICE = "wss://api.x.ai/v1/realtime?model=grok-voice-latest";
const SESSION = {
  instructions: "You tell people the weather, in one or two sentences.",
  turn_detection: { type: "server_vad" },
  tools: [
    {
      type: "function",
      name: "get_weather",
      description: "The weather in a city now.",
      parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
    },
  ],
};

export const TOOLS = { get_weather: ({ city }) => `sunny in ${city}, 21 degrees` };

/** One conversation. Emits "answer" with the words of each answer that was spoken to its end. */
export class Call extends EventEmitter {
  #socket;
  #speaker;
  #tools;
  #requested = []; // calls of the answer that runs
  #words = []; // what was said in it

  /** `speaker` has play(sound), and stop(), which forgets what was not played yet. */
  static async open(speaker, tools = TOOLS) {
    const headers = { Authorization: `Bearer ${process.env.XAI_API_KEY ?? ""}` };
    const socket = new WebSocket(process.env.XAI_REALTIME_URL ?? SERVICE, { headers });
    const call = new Call(socket, speaker, tools);
    await once(socket, "open");
    call.#send("session.update", { session: SESSION });
    return call;
  }

  constructor(socket, speaker, tools) {
    super();
    this.#socket = socket;
    this.#speaker = speaker;
    this.#tools = tools;
    socket.on("message", (text) => this.#see(JSON.parse(text)));
  }

  /** Lets the assistant speak first. */
  greet() {
    this.#send("response.create");
  }

  type(words) {
    const item = { type: "message", role: "user", content: [{ type: "input_text", text: words }] };
    this.#send("conversation.item.create", { item });
    this.#send("response.create");
  }

  /** Takes a piece of what the microphone took: 16 bits, little-endian, mono, at RATE. */
  hear(sound) {
    this.#send("input_audio_buffer.append", { audio: sound.toString("base64") });
  }

  async hangUp() {
    this.#socket.close(1000);
    await once(this.#socket, "close");
  }

  #see(event) {
    switch (event.type) {
      case "response.output_audio.delta":
        this.#speaker.play(Buffer.from(event.delta, "base64"));
        break;
      case "response.output_audio_transcript.done":
        this.#words.push(event.transcript);
        break;
      case "response.function_call_arguments.done":
        this.#requested.push(event);
        break;
      case "input_audio_buffer.speech_started":
        this.#interrupted();
        break;
      case "response.done":
        this.#finished();
        break;
      case "error":
        console.error("error:", event.error);
        break;
    }
  }

  /** The user speaks over the assistant: nothing more of that answer is heard. */
  #interrupted() {
    this.#speaker.stop();
    this.#words = [];
  }

  /** All calls of an answer get their results before the next answer is asked for. */
  #finished() {
    const requested = this.#requested.splice(0);
    for (const call of requested) {
      const item = { type: "function_call_output", call_id: call.call_id, output: this.#result(call) };
      this.#send("conversation.item.create", { item });
    }
    if (requested.length > 0) {
      this.#send("response.create");
    } else if (this.#words.length > 0) {
      this.emit("answer", this.#words.splice(0).join(" "));
    }
  }

  #result(call) {
    try {
      return this.#tools[call.name](JSON.parse(call.arguments));
    } catch (wrong) {
      return `failed: ${wrong.message}`;
    }
  }

  #send(type, members = {}) {
    this.#socket.send(JSON.stringify({ type, ...members }));
  }
}
