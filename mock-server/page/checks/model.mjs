// The page's pure modules, without a browser.

import { formatsAfter, decoded, USUAL } from "../../src/main/resources/dev/soundcheck/server/page/model/codec.js";
import { har } from "../../src/main/resources/dev/soundcheck/server/page/model/har.js";
import { Lines, overlap, seenIn } from "../../src/main/resources/dev/soundcheck/server/page/model/line.js";
import { parts, placed } from "../../src/main/resources/dev/soundcheck/server/page/model/place.js";
import { rows } from "../../src/main/resources/dev/soundcheck/server/page/model/rows.js";
import { scenario, step } from "../../src/main/resources/dev/soundcheck/server/page/model/scenario.js";
import { wanted } from "../../src/main/resources/dev/soundcheck/server/page/model/search.js";
import { EventStream } from "../../src/main/resources/dev/soundcheck/server/page/model/stream.js";
import { resampled, Track } from "../../src/main/resources/dev/soundcheck/server/page/model/track.js";
import { wav } from "../../src/main/resources/dev/soundcheck/server/page/model/wav.js";
import { shown } from "../../src/main/resources/dev/soundcheck/server/page/model/words.js";
import { Resampler } from "../../src/main/resources/dev/soundcheck/server/page/voice/resampler.js";
import { check } from "../world.mjs";

const same = (name, seen, expected) => check("model: " + name, JSON.stringify(seen) === JSON.stringify(expected), JSON.stringify(seen));
const said = (at, from, event) => seenIn(JSON.stringify({ at, connection: 1, from, event }));

export function model() {
  text();
  lines();
  sound();
  timeline();
  places();
  saved();
}

function text() {
  const lines = new Lines();
  same("lines that come in pieces", [lines.take("a\nb"), lines.take("c\n"), lines.take("")], [["a"], ["bc"], []]);
  const stream = new EventStream();
  const whole = "id: 1\nevent: observed\ndata: {\"at\":1}\n\n:\n\nid: 2\nevent: missed\ndata: {\"count\":3}\n\n";
  same("events that come letter by letter", [...whole].flatMap((letter) => stream.take(letter)).map((one) => one.name + one.data), ["observed{\"at\":1}", "missed{\"count\":3}"]);
  same("what cannot be seen", shown("a\u202eb\u0007\u200bc\n"), "a\\u202eb␇\\u200bc\n");
}

function lines() {
  same("what was told twice", [overlap(["a", "b", "c"], ["b", "c", "d"]), overlap(["a"], ["b"]), overlap(["a", "b"], ["b"]), overlap([], ["a"])], [2, 0, 1, 0]);
  const delta = said(5, "server", { type: "response.output_audio.delta", delta: "AAAAAA==", response_id: "r" });
  same("sound is taken out of an event", [delta.sound, delta.bytes, delta.event.delta], ["AAAAAA==", 4, ""]);
  same("kinds of things seen", ["{\"at\":1,\"from\":\"client\",\"binary\":\"AP9/\"}", "{\"at\":1,\"from\":\"client\",\"malformed\":\"{\",\"why\":\"short\"}", "{\"at\":1,\"from\":\"server\",\"closed\":1011,\"reason\":\"gone\"}", "{\"at\":1,\"silence\":5}", "{\"soundcheck_trace\":1}", "no json"]
    .map((line) => seenIn(line)?.kind ?? "none"), ["binary", "malformed", "closed", "silence", "none", "none"]);
}

function sound() {
  const bytes = Uint8Array.from([0xff, 0x00, 0x80, 0xd5, 0x55, 0x2a]);
  same("mu-law", [...decoded(bytes.slice(0, 3), { type: "audio/pcmu" })], [0, -32124, 32124]);
  same("A-law", [...decoded(bytes.slice(3), { type: "audio/pcma" })], [8, -8, -32256]);
  same("half a sample is left out", [...decoded(Uint8Array.from([1, 2, 3]), USUAL)], [0x201]);
  same("formats of both sides", formatsAfter({ audio: { input: { format: { type: "audio/pcmu" } } }, output_audio_format: "pcm16" }, { client: USUAL, server: USUAL }), { client: { type: "audio/pcmu", rate: 8000 }, server: USUAL });
  const track = new Track();
  track.sound(1, new Int16Array(2400).fill(16000), 24_000);
  track.sound(1.05, new Int16Array(2400).fill(16000), 24_000);
  track.sound(1.25, new Int16Array(2400).fill(16000), 24_000);
  track.sound(2, new Int16Array(2400).fill(16000), 24_000);
  same("pieces are laid behind each other, unless a gap is long", track.pieces.map((piece) => piece.from.toFixed(2)), ["1.00", "1.10", "1.20", "2.00"]);
  track.fallSilent(1.15);
  same("what is not played yet is dropped", [track.pieces.length, track.pieces[1].samples.length, track.end, track.peaks[110] > 0, track.peaks[116]], [2, 1200, 1.15, true, 0]);
  same("as one sound", [track.rendered(24_000, 1.15).length, track.rendered(8000, 1.15)[8400], track.rendered(8000, 1.15)[7000]], [27_600, 16_000, 0]);
  same("at another rate", [...resampled(Int16Array.from([0, 100, 200, 300]), 4, 2)], [0, 200]);
  const file = new DataView(wav([Int16Array.from([1, 2]), Int16Array.from([3, 4])], 8000));
  same("a WAV of two sides", [file.byteLength, file.getUint16(22, true), file.getUint32(24, true), file.getInt16(44, true), file.getInt16(46, true)], [52, 2, 8000, 1, 3]);
  tone();
}

/** A tone of 1 kHz keeps its height at another rate; one that the rate cannot carry is gone. */
function tone() {
  const heard = (hertz) => {
    const resampler = new Resampler(48_000, 24_000);
    const pieces = Array.from({ length: 20 }, (_, piece) => resampler.take(Float32Array.from({ length: 960 }, (_, i) => Math.sin(2 * Math.PI * hertz * (piece * 960 + i) / 48_000))));
    const all = pieces.flatMap((piece) => [...piece]).slice(1000, 9000);
    return { length: pieces.reduce((sum, piece) => sum + piece.length, 0), height: Math.max(...all) };
  };
  check("model: a tone survives another rate", Math.abs(heard(1000).height - 1) < 0.02 && Math.abs(heard(1000).length - 9600) < 40, JSON.stringify(heard(1000)));
  check("model: what the rate cannot carry is gone", heard(17_000).height < 0.02, heard(17_000).height);
}

const TALK = [
  said(0, "server", { type: "session.created", session: {} }),
  said(1000, "client", { type: "session.update", session: { turn_detection: { type: "server_vad" }, tools: [{ type: "function", name: "get_weather", parameters: { type: "object" } }] } }),
  said(2000, "server", { type: "input_audio_buffer.speech_started", item_id: "u1" }),
  said(3000, "client", { type: "input_audio_buffer.append", audio: "AAAA" }),
  said(3500, "server", { type: "ping" }),
  said(4000, "client", { type: "input_audio_buffer.append", audio: "AAAA" }),
  said(500_000, "server", { type: "input_audio_buffer.speech_stopped", item_id: "u1" }),
  said(501_000, "server", { type: "conversation.item.input_audio_transcription.completed", item_id: "u1", transcript: "Is it \"foggy\"?" }),
  said(502_000, "server", { type: "response.created", response: { id: "r1" } }),
  said(700_000, "server", { type: "response.output_audio.delta", response_id: "r1", delta: btoa("x".repeat(48_000)) }),
  said(701_000, "server", { type: "response.output_audio_transcript.delta", response_id: "r1", delta: "Let me see." }),
  said(702_000, "server", { type: "response.function_call_arguments.done", response_id: "r1", call_id: "c1", name: "get_weather", arguments: "{\"city\":\"Paris\"}" }),
  said(1_200_000, "server", { type: "input_audio_buffer.speech_started", item_id: "u2" }),
  said(1_201_000, "server", { type: "response.done", response: { id: "r1", status: "cancelled" } }),
  said(1_300_000, "client", { type: "conversation.item.create", item: { type: "function_call_output", call_id: "c1", output: "foggy" } }),
  said(5_000_000, "server", { type: "error", error: { message: "no" } }),
];

function timeline() {
  const all = rows(TALK, new Map(), new Set(), null);
  same("turns, answers, runs and gaps", all.map((row) => row.kind), ["event", "event", "turn", "event", "run", "run", "event", "run", "answer", "event", "run", "run", "event", "turn", "event", "event", "turn", "event", "gap", "event"]);
  const answer = all.find((row) => row.kind === "answer").head;
  same("an answer as it was", [answer.words, answer.interrupted, answer.waited, answer.sound, answer.status, answer.calls[0].name], ["Let me see.", 500, 200, 1000, "cancelled", "get_weather"]);
  same("pieces are one row", all.find((row) => row.kind === "run").indices, [3, 5]);
  const opened = rows(TALK, new Map(), new Set(["r3"]), null).filter((row) => row.inner).map((row) => row.index);
  same("a run that is opened", opened, [3, 5]);
  const shut = rows(TALK, new Map([[9, [{ rule: "", message: "wrong" }]]]), new Set(["h8"]), null);
  same("an answer that is shut shows what is wrong in it", [shut.find((row) => row.key === "h8").hidden, shut.some((row) => row.key === "f9.0"), shut.some((row) => row.key === "e11")], [3, true, false]);
  const test = wanted({ text: "foggy", sides: new Set(["client"]), only: "" });
  same("a search", rows(TALK, new Map(), new Set(), test).map((row) => row.index), [14]);
}

function places() {
  const all = [said(1000, "server", { type: "ping" }), said(2100, "client", { type: "pong" }), said(2200, "client", { type: "session.update" }), said(2300, "server", { type: "error" })];
  const by = placed(all, [{ at_ms: 2, kind: "client", message: "session.update at $.x: expected a string, found 1" }, { at_ms: 9, kind: "scenario", message: "a line" }],
    [{ level: "broken", rule: "some-rule", line: 2, at_ms: 1, from: "server", event: "ping", message: "", sources: [] }, { level: "broken", rule: "schema", line: 4, at_ms: 2, from: "client", event: "session.update", message: "", sources: [] }]);
  same("findings stand where they belong, once", [...by].map(([index, list]) => [index, list.map((one) => one.rule)]), [[2, [""]], [3, [""]], [0, ["some-rule"]]]);
  same("a finding, taken apart", parts("session.update at $.session.tools[0]: expected an object, found \"a: expected b, found c\""), { path: "$.session.tools[0]", expected: "an object", found: "\"a: expected b, found c\"" });
}

function saved() {
  same("a step", step(said(1, "client", { type: "pong", event_id: "e", ping_event_id: "p" })), "When the client sends \"pong\" with\n  \"\"\"json\n  {\n    \"ping_event_id\": \"p\"\n  }\n  \"\"\"");
  const written = scenario(TALK, "Kept", "@about");
  check("model: a scenario", ["Given a session with server VAD", "And the tool \"get_weather\" with", "When the user says \"Is it \\\"foggy\\\"?\"", "Then the assistant says \"Let me see.\"", "And the assistant calls \"get_weather\" with", "When the client answers \"get_weather\" with \"foggy\""].every((line) => written.includes("\n    " + line + "\n")), written);
  const archive = har(["{\"started_at\":\"2026-11-20T13:00:00Z\",\"tool\":\"t\"}", "{\"at\":1500000,\"from\":\"client\",\"event\":{\"type\":\"pong\",\"x\":-1.0}}", "{\"at\":1,\"from\":\"server\",\"closed\":1000,\"reason\":\"\"}"], "ws://x/v1/realtime");
  same("a HAR", archive.log.entries[0]._webSocketMessages, [{ type: "send", time: Date.parse("2026-11-20T13:00:01.5Z") / 1000, opcode: 1, data: "{\"type\":\"pong\",\"x\":-1.0}" }]);
}
