package dev.soundcheck.server.store;

import dev.soundcheck.server.session.Memory;
import java.time.Instant;
import java.util.Optional;

/**
 * What outlives the connections of one test. Nothing here blocks but {@link #fetch}. Safe for use
 * by many threads.
 */
public interface Shelf {
  /** What can be resumed. */
  Memory conversations();

  /**
   * A client comes back for this conversation: learns what other servers know of it, before the
   * connection opens. May block for a second, so it is asked in a handshake and nowhere else;
   * whoever does not answer by then knows nothing.
   */
  void fetch(String conversation, Instant now);

  /** What another server says is played when its client comes back. */
  Optional<Sequel> sequel(String conversation);

  /** From now on this is played when the client of this conversation comes back. */
  void follow(String conversation, Sequel sequel);
}
