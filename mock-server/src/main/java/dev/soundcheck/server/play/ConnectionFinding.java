package dev.soundcheck.server.play;

import java.time.Duration;

/**
 * Something about one connection that is not as it should be.
 *
 * @param connection which one, counted from 1
 * @param at when, since it opened
 * @param kind whose fault it is
 * @param message one line for people: where, what was expected, what was found
 */
public record ConnectionFinding(int connection, Duration at, Kind kind, String message) {
  /** Whose fault a finding is. */
  public enum Kind {
    /** The client said something that the contract does not allow. */
    CLIENT,
    /** The client sent a member that the contract does not know; the wire ignores it. */
    CLIENT_UNKNOWN_MEMBER,
    /** The client's sound is not quite as it should be; all of it is heard. */
    CLIENT_SOUND,
    /** The server said something that the contract does not allow. */
    SERVER,
    /**
     * A scenario sent an event of its own that the contract does not allow: meant, or a mistake.
     */
    STAGED,
    /** A line of the scenario was not met. */
    SCENARIO,
    /** The client does otherwise than the one that was recorded. */
    RECORDING,
    /** The mock failed. */
    INTERNAL
  }
}
