package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.Optional;

/** Words of an answer as they go out, spoken or written. */
interface Telling {
  String itemId();

  /** Opens the item and its part. */
  void begin();

  /** Sends the next delta; returns how long to wait for the one after, empty when there is none. */
  Optional<Duration> beat();

  /** Closes the part and the item with what was said so far. */
  Item end(Item.Status status);

  /** Seconds of sound that all of it has. */
  double seconds();

  /** How much of that was made by now, sent or not. */
  double secondsAhead();
}
