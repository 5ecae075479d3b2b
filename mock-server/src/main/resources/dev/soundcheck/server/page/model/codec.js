// Sound as the wire has it, as 16-bit samples: PCM and G.711. Opus is left out, as it is in our WAV files.

/** Mu-law and A-law by their bytes (ITU-T G.711, tables 1a and 2a). */
const TABLES = { "audio/pcmu": Int16Array.from({ length: 256 }, (_, code) => ulaw(code)), "audio/pcma": Int16Array.from({ length: 256 }, (_, code) => alaw(code)) };

function ulaw(code) {
  const bits = ~code & 0xff;
  const size = ((((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
  return bits & 0x80 ? -size : size;
}

function alaw(code) {
  const bits = code ^ 0x55;
  const exponent = (bits & 0x70) >> 4;
  const low = ((bits & 0x0f) << 4) + (exponent === 0 ? 8 : 0x108);
  const size = exponent > 1 ? low << (exponent - 1) : low;
  return bits & 0x80 ? size : -size;
}

/** The samples of these bytes; null for a format that nobody here decodes. */
export function decoded(bytes, format) {
  if (format.type === "audio/pcm") {
    const whole = bytes.length - bytes.length % 2;
    return new Int16Array(bytes.slice(0, whole).buffer);
  }
  const table = TABLES[format.type];
  return table ? Int16Array.from(bytes, (code) => table[code]) : null;
}

const OLD = { pcm16: "audio/pcm", g711_ulaw: "audio/pcmu", g711_alaw: "audio/pcma" };
const RATES = { "audio/pcmu": 8000, "audio/pcma": 8000 };
export const USUAL = { type: "audio/pcm", rate: 24_000 };

/** The formats of both sides after the settings that a server tells; those before where it does not say. */
export function formatsAfter(session, before) {
  const old = (name) => typeof name === "string" && OLD[name] ? { type: OLD[name] } : null;
  const read = (format, usual) => {
    if (!format || typeof format.type !== "string") return usual;
    return { type: format.type, rate: RATES[format.type] ?? (Number(format.rate) > 0 ? Number(format.rate) : USUAL.rate) };
  };
  return {
    client: read(session?.audio?.input?.format ?? old(session?.input_audio_format), before.client),
    server: read(session?.audio?.output?.format ?? old(session?.output_audio_format), before.server),
  };
}
