// One line of a trace, as docs/trace-format.md has it. Sound is taken out of events and kept apart: what is looked at is
// small then, and sound is wanted by the tracks only.

const SOUND = { "input_audio_buffer.append": "audio", "response.output_audio.delta": "delta", "response.audio.delta": "delta" };

/**
 * Something seen: `at` in microseconds since the opening, `kind` one of event, binary, malformed, closed, silence.
 * `sound` is base64; `bytes` is how long the sound or the frame is; `size` is how many characters the line has.
 * Empty for a header, and for what is no line of a trace.
 */
export function seenIn(text) {
  let line;
  try {
    line = JSON.parse(text);
  } catch {
    return null;
  }
  if (line === null || typeof line !== "object" || !("at" in line)) return null;
  const seen = { at: Number(line.at), from: line.from ?? "", size: text.length, kind: "silence", type: "silence", sound: "", bytes: 0 };
  if (line.event && typeof line.event === "object") return withSound({ ...seen, kind: "event", type: String(line.event.type), event: line.event }, line.hashed);
  if ("binary" in line) return { ...seen, kind: "binary", type: "binary frame", bytes: length(line.binary) };
  if ("malformed" in line) return { ...seen, kind: "malformed", type: "no event", text: String(line.malformed), why: String(line.why ?? "") };
  if ("closed" in line) return { ...seen, kind: "closed", type: "closes", code: line.closed, reason: String(line.reason ?? "") };
  return "silence" in line ? { ...seen, lasted: Number(line.silence) } : null;
}

function withSound(seen, hashed) {
  const member = SOUND[seen.type];
  const sound = member && typeof seen.event[member] === "string" ? seen.event[member] : "";
  if (!member) return seen;
  const event = { ...seen.event, [member]: "" };
  return { ...seen, event, member, sound, bytes: sound ? length(sound) : hashed?.["/" + member]?.bytes ?? 0 };
}

/** How many bytes these letters of base64 stand for. */
function length(base64) {
  const letters = String(base64);
  return Math.max(0, Math.floor(letters.length * 3 / 4) - (letters.endsWith("==") ? 2 : letters.endsWith("=") ? 1 : 0));
}

/** Cuts text that comes in pieces into lines. */
export class Lines {
  #rest = "";

  /** The lines that are whole now. */
  take(piece) {
    const lines = (this.#rest + piece).split("\n");
    this.#rest = lines.pop();
    return lines;
  }
}

/**
 * How many of the lines that came live are in the trace already: it was asked for after listening began, so its end and
 * their beginning are the same.
 */
export function overlap(trace, live) {
  if (live.length === 0) return 0;
  const begins = trace.lastIndexOf(live[0]);
  return begins < 0 ? 0 : Math.min(live.length, trace.length - begins);
}
