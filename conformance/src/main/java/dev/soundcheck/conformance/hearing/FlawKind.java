package dev.soundcheck.conformance.hearing;

/** What can be wrong with sound; docs/audio-findings.md is made of this table. */
public enum FlawKind {
  BASE64(
      "audio-base64",
      true,
      "sound that is no base64",
      "RFC 4648 §4; of a client also white space, left-out padding and the URL alphabet pass",
      "events.yaml, `input_audio_buffer.append` and `response.output_audio.delta`"),
  BYTES(
      "audio-bytes",
      true,
      "bytes that are no whole samples, or no Opus packet, of the declared format",
      "every message of a server by itself, as clients play it; of a client all that it sent until"
          + " a commit or another format",
      "events.yaml, `audio_formats`; live-behaviour.md 6"),
  DURATION(
      "audio-duration",
      true,
      "an `audio_duration_ms` that is not what the bytes last",
      "1 ms",
      "live-behaviour.md 6"),
  CONTAINER(
      "audio-container",
      true,
      "a file where samples are expected: WAV, Ogg, FLAC, MP3, WebM",
      "the first bytes of a message",
      "events.yaml, `audio_formats`: the formats are bare"),
  SPELLING(
      "audio-format",
      true,
      "sound that is really of another law, byte order or width of samples than declared",
      "read otherwise it is more predictable, by 4 dB and to 8 dB at least",
      "measured, docs/decisions/audio-findings.md"),
  SPEED(
      "audio-rate",
      true,
      "speech that is really of another rate than declared: too high and fast, or too deep and slow",
      "pitch and resonances together an octave off; needs a second of vowels",
      "measured, docs/decisions/audio-findings.md"),
  AFTER_DONE(
      "audio-after-done",
      true,
      "sound of an answer after its `response.done`",
      "none",
      "live-behaviour.md 2.2"),
  AFTER_CANCEL(
      "audio-after-cancel",
      false,
      "sound of an answer long after the client cancelled it",
      "500 ms: the way there and back",
      "ours; live-behaviour.md 2.7 and 2.16"),
  NO_SOUND(
      "audio-missing",
      true,
      "a finished answer with a transcript and without one byte of sound",
      "none",
      "live-behaviour.md 2.2, steps 6 to 12"),
  SILENT(
      "audio-silent",
      true,
      "a finished answer with a transcript whose sound is silence",
      "-60 dBFS",
      "ours; a transcript is of what was said"),
  GAP(
      "audio-gap",
      false,
      "sound of an answer that comes too late to be played without a pause",
      "20 ms, for a player that begins 100 ms after the first sound came",
      "ours; live-behaviour.md 6: the service is ahead of what is played"),
  CLIPPING(
      "audio-clipping",
      false,
      "sound cut off at full scale",
      "three places with three samples in a row at it",
      "ours"),
  CUT_START(
      "audio-cut-start",
      false,
      "speech that begins at its full level, in the middle of a sound",
      "the first 3 ms within 14 dB of the speech",
      "measured, docs/decisions/audio-findings.md"),
  CUT_END(
      "audio-cut-end",
      false,
      "speech that ends at its full level, though nobody interrupted",
      "the last 3 ms within 14 dB of the speech",
      "measured, docs/decisions/audio-findings.md"),
  REPEATED(
      "audio-repeated",
      false,
      "the same piece of sound twice in a row",
      "10 ms or more, not silence and no steady tone",
      "ours");

  private final String id;
  private final boolean broken;
  private final String what;
  private final String limit;
  private final String source;

  FlawKind(String id, boolean broken, String what, String limit, String source) {
    this.id = id;
    this.broken = broken;
    this.what = what;
    this.limit = limit;
    this.source = source;
  }

  /** Its name in results. */
  public String id() {
    return id;
  }

  /** Whether the contract forbids it; otherwise it is allowed, and somebody hears it. */
  public boolean broken() {
    return broken;
  }

  /** What it is, for people. */
  public String what() {
    return what;
  }

  /** From where on it counts. */
  public String limit() {
    return limit;
  }

  /** Who says so. */
  public String source() {
    return source;
  }
}
