// One turn by the library's own interface, over the package ws or over Node's own WebSocket.

import OpenAI from "openai";
import { Heard, key, turns, url } from "./heard.mjs";
import { session, spoken, speak } from "./turn.mjs";

const told = new Heard();
const client = new OpenAI({ apiKey: key, baseURL: url.replace("wss://", "https://").replace(/\/realtime$/, "") });
const connection = await connect(process.argv[2]);

connection.on("session.created", () => connection.send({ type: "session.update", session }));
connection.on("session.updated", ask);
connection.on("response.output_audio_transcript.delta", (event) => told.said(event.delta));
connection.on("response.output_text.delta", (event) => told.said(event.delta));
connection.on("response.output_audio.delta", (event) => told.sounded(Buffer.from(event.delta, "base64").length / 48_000));
connection.on("conversation.item.input_audio_transcription.completed", (event) => told.userSaid(event.transcript));
connection.on("response.function_call_arguments.done", answer);
connection.on("error", (error) => console.log("error:", error.message, error.cause ?? ""));
connection.on("response.done", () => {
  if (told.complete()) end();
});
await told.wait();
setTimeout(end, 3000); // for a response.done that never comes

async function connect(way) {
  if (way === "ws") {
    const { OpenAIRealtimeWS } = await import("openai/realtime/ws");
    return new OpenAIRealtimeWS({ model: "grok-voice-latest" }, client);
  }
  const { OpenAIRealtimeWebSocket } = await import("openai/realtime/websocket");
  return new OpenAIRealtimeWebSocket({ model: "grok-voice-latest" }, client);
}

function ask() {
  if (spoken) return speak((audio) => connection.send({ type: "input_audio_buffer.append", audio }));
  const content = [{ type: "input_text", text: turns[0] }];
  connection.send({ type: "conversation.item.create", item: { type: "message", role: "user", content } });
  connection.send({ type: "response.create" });
}

function answer({ name, call_id, arguments: json }) {
  const output = told.called(name, JSON.parse(json));
  connection.send({ type: "conversation.item.create", item: { type: "function_call_output", call_id, output } });
  connection.send({ type: "response.create" });
}

function end() {
  connection.close();
  told.finish();
}
