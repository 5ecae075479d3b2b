package dev.soundcheck.server.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What outlives a connection, so that another can go on with the conversation (live-behaviour.md
 * 2.12). Shared by sessions: safe for use by many threads.
 */
public interface Memory {
  /** How long a conversation lives after its last word (live-behaviour.md 2.12). */
  Duration LIFETIME = Duration.ofMinutes(30);

  /** Remembers nothing. */
  Memory NONE =
      new Memory() {
        @Override
        public Optional<Kept> recall(String conversationId, Instant now) {
          return Optional.empty();
        }

        @Override
        public void keep(String conversationId, Line line, Instant now) {}

        @Override
        public void forget(String conversationId, String itemId) {}

        @Override
        public void bill(String conversationId, double seconds, Instant now) {}
      };

  /** What is known of a conversation; empty when there is none, or it is too long ago. */
  Optional<Kept> recall(String conversationId, Instant now);

  /** Adds a line at the end, or changes the one of the same item. */
  void keep(String conversationId, Line line, Instant now);

  /** Drops the line of an item. */
  void forget(String conversationId, String itemId);

  /** Takes down for how many seconds the conversation was billed so far. */
  void bill(String conversationId, double seconds, Instant now);

  /** What the assistant said in one item. */
  record Line(String itemId, String words) {}

  /** A conversation as far as it outlived its connection. */
  record Kept(List<Line> lines, double billed) {
    public Kept {
      lines = List.copyOf(lines);
    }
  }
}
