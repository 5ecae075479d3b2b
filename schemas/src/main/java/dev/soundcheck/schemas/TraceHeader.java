package dev.soundcheck.schemas;

import java.time.Instant;
import java.util.List;

/**
 * The first line of a trace: what was recorded, and with what.
 *
 * @param startedAt when the first connection opened
 * @param target where the connection went, without keys
 * @param profile the wire profile that the recorded server is thought to speak
 * @param tool the version that recorded
 * @param redacted the kinds of secrets that are replaced wherever they stand
 * @param audio what the trace holds of the sound that was sent
 */
public record TraceHeader(
    Instant startedAt,
    String target,
    Profile profile,
    String tool,
    List<String> redacted,
    TraceAudio audio) {
  /** The only version of the format so far. */
  static final int FORMAT = 1;

  public TraceHeader {
    redacted = List.copyOf(redacted);
  }

  /** The header of a trace to be written; a key in the target's address is replaced. */
  public static TraceHeader of(Instant startedAt, String target, Profile profile, String tool) {
    return new TraceHeader(
        startedAt, Secrets.hide(target), profile, tool, Redaction.KINDS, TraceAudio.KEPT);
  }

  /** The same, with another word about what is held of the sound; a writer keeps to it. */
  public TraceHeader with(TraceAudio audio) {
    return new TraceHeader(startedAt, target, profile, tool, redacted, audio);
  }
}
