// What an event says, on one line.

import { bytes, lasting, line } from "./words.js";

const ALIVE = new Set(["ping", "pong"]);
const PIECES = /\.delta$|^input_audio_buffer\.append$|input_audio_transcription\.(updated|completed)$/;

/** Said only to keep the connection going. */
export const isKeepalive = (seen) => ALIVE.has(seen.type);

/** A piece of something longer; many in a row are shown as one. */
export const isPiece = (seen) => seen.kind === "event" && (PIECES.test(seen.type) || ALIVE.has(seen.type));

/** Answers by the id they name. */
export const responseOf = (event) => event?.response_id ?? event?.response?.id ?? null;

export function gist(seen) {
  switch (seen.kind) {
    case "event": return line(ofEvent(seen));
    case "binary": return bytes(seen.bytes);
    case "malformed": return line(seen.why + ": " + seen.text);
    case "closed": return line([seen.code, seen.reason].filter((part) => part !== "").join(" "));
    default: return "nothing for " + lasting((seen.lasted ?? 0) / 1000);
  }
}

function ofEvent(seen) {
  const event = seen.event;
  if (seen.member) return bytes(seen.bytes) + " of sound";
  if (event.error && typeof event.error === "object") return text(event.error.message) || text(event.error.code);
  if (event.session) return settings(event.session);
  if (event.item && typeof event.item === "object") return item(event.item);
  if (event.response && typeof event.response === "object") return response(event.response);
  for (const member of ["transcript", "delta", "text", "arguments", "name", "audio_end_ms", "audio_start_ms"]) {
    const found = text(event[member]);
    if (found) return (member.startsWith("audio_") ? member + " " : "") + found;
  }
  return "";
}

const text = (value) => typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

function settings(session) {
  if (!session || typeof session !== "object") return "";
  return Object.keys(session).filter((key) => session[key] !== null).join(", ");
}

/** The words of an item, whoever said them. */
export function wordsOf(item) {
  const parts = Array.isArray(item?.content) ? item.content : [];
  return parts.map((part) => text(part?.text) || text(part?.transcript)).filter(Boolean).join(" ");
}

function item(it) {
  const what = it.type === "function_call" ? "calls " + text(it.name) + " " + text(it.arguments)
    : it.type === "function_call_output" ? "answers with " + text(it.output)
    : [text(it.role), wordsOf(it)].filter(Boolean).join(": ");
  return what || text(it.type);
}

function response(it) {
  const why = text(it.status_details?.reason) || text(it.status_details?.error?.message);
  return [text(it.status), why].filter(Boolean).join(": ");
}
