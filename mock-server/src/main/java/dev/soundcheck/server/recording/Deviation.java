package dev.soundcheck.server.recording;

import java.time.Duration;

/**
 * Something that the other side did otherwise than in the recording.
 *
 * @param at when, since the connection opened
 * @param message one line for people: what was expected and where it stands, and what was found
 * @param allowed whether the policy lets it pass
 */
public record Deviation(Duration at, Kind kind, String message, boolean allowed) {
  /** How something differs. */
  public enum Kind {
    /** What was recorded did not come. */
    MISSING,
    /** What came was not recorded. */
    EXTRA,
    /** It came, but after something that it was recorded before. */
    ORDER,
    /** Members are there that were not recorded, or the other way round. */
    KEYS,
    /** The same members hold other values. */
    VALUE,
    /** The other side left before the recording was over. */
    LEFT
  }
}
