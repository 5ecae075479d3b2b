package dev.soundcheck.server.api;

import java.util.Optional;

/** Text that goes on coming behind the head of a reply. Safe for use by many threads. */
public interface Feed {
  /** The next piece, if there is one now. */
  Optional<String> poll();

  /** Runs this whenever there may be more, and once at the beginning. It must not block. */
  void whenMore(Runnable reader);

  /** Nobody reads any more. */
  void close();
}
