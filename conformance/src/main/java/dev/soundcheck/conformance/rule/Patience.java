package dev.soundcheck.conformance.rule;

import java.time.Duration;

/**
 * How long an answer may be away before it counts as missing. Ours, as long as the clients wait
 * that wait longest (clients.md 10.4); what comes later is late, and not what these rules are
 * about.
 */
public enum Patience {
  /**
   * For a word about something that the client did: 0.5 s were captured (live-behaviour.md 2.16).
   */
  REPLY(Duration.ofSeconds(5)),
  /** For an answer to begin. */
  RESPONSE(Duration.ofSeconds(10));

  @SuppressWarnings("ImmutableEnumChecker") // a Duration, which nothing can change
  private final Duration most;

  Patience(Duration most) {
    this.most = most;
  }

  /** The time itself. */
  public Duration most() {
    return most;
  }

  /** Whether the connection went on for longer than this after the event. */
  public boolean isOver(Connection connection, Event since) {
    return connection.end().compareTo(since.at().plus(most)) > 0;
  }
}
