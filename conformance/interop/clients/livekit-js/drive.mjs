// Plays one turn through the session of @livekit/agents-plugin-xai, as an AgentSession uses it.

import { initializeLogger, llm } from "@livekit/agents";
import * as xai from "@livekit/agents-plugin-xai";
import { Heard, key, scenario, turns, url } from "./heard.mjs";
import { Microphone } from "./microphone.mjs";

const told = new Heard();

const getWeather = llm.tool({
  name: "get_weather",
  description: "Says what the weather is like in a city.",
  parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  execute: async () => "foggy",
});

/** updateChatCtx, then generateReply: the words are in messageStream. */
async function text(session) {
  await ask(session);
  await answer(await session.generateReply());
}

/** A call comes in functionStream; its output goes back as an item of the chat context. */
async function tool(session) {
  await session.updateTools(new llm.ToolContext([getWeather]));
  await ask(session);
  const calls = await answer(await session.generateReply());
  const context = session.chatCtx.copy();
  for (const call of calls) {
    const output = told.called(call.name, JSON.parse(call.args));
    context.insert(llm.FunctionCallOutput.create({ callId: call.callId, name: call.name, output, isError: false }));
  }
  await session.updateChatCtx(context);
  await answer(await session.generateReply());
}

/** Sound by pushAudio: the server finds the turn and answers it unasked. */
async function audio(session) {
  listen(session);
  const microphone = new Microphone(session);
  microphone.speak();
  await answer(await event(session, "generation_created"));
  await told.wait(5);
  microphone.close();
}

/** The user speaks while an answer comes: interrupt() and truncate(), as an AgentSession does. */
async function interruption(session) {
  listen(session);
  const microphone = new Microphone(session);
  microphone.speak();
  const message = await first((await event(session, "generation_created")).messageStream);
  await first(message.audioStream);
  const began = performance.now();
  microphone.speak();
  await event(session, "input_speech_started");
  told.wasInterrupted();
  const next = event(session, "generation_created");
  await session.interrupt();
  await session.truncate({ messageId: message.messageId, modalities: await message.modalities,
    audioEndMs: performance.now() - began });
  await answer(await next);
  await told.wait(5);
  microphone.close();
}

async function ask(session) {
  const context = session.chatCtx.copy();
  context.addMessage({ role: "user", content: turns[0] });
  await session.updateChatCtx(context);
}

function listen(session) {
  session.on("input_audio_transcription_completed", (event) => event.isFinal && told.userSaid(event.transcript));
}

function event(session, name) {
  return new Promise((resolve) => session.once(name, resolve));
}

/** Hears an answer to its end; gives the calls that are in it. */
async function answer(generated) {
  for await (const message of generated.messageStream) await Promise.all([words(message), sound(message)]);
  const calls = [];
  for await (const call of generated.functionStream) calls.push(call);
  return calls;
}

async function words(message) {
  for await (const piece of message.textStream) told.said(typeof piece === "string" ? piece : piece.text);
}

async function sound(message) {
  for await (const piece of message.audioStream) told.sounded(piece.samplesPerChannel / piece.sampleRate);
}

async function first(stream) {
  const reader = stream.getReader();
  const { value } = await reader.read();
  reader.releaseLock();
  return value;
}

const plays = {
  "a-typed-question-is-answered": text,
  "a-tool-is-called": tool,
  "a-spoken-question-is-answered": audio,
  "the-user-breaks-into-an-answer": interruption,
};

initializeLogger({ pretty: false, level: "warn" });
const model = new xai.realtime.RealtimeModel({ apiKey: key, baseURL: url.replace(/\/realtime$/, "") });
const session = model.session();
session.on("error", (event) => console.log(`error: ${event.error?.message} ${JSON.stringify(event.error?.body)}`));
setTimeout(() => told.finish(), 30_000);
await plays[scenario.split("/")[1]](session);
await session.close();
told.finish();
