package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** In which pieces spoken words and their sound go out. */
@FunctionalInterface
public interface Phrasing {
  /** As the session cuts them itself. */
  Phrasing USUAL = words -> Optional.empty();

  /** The pieces of one spoken part, in order; empty leaves them to the session. */
  Optional<List<Piece>> pieces(String words);

  /** One delta. */
  sealed interface Piece {}

  /** A transcript delta. */
  record Words(String words) implements Piece {}

  /**
   * An audio delta: its share of the sound is that of its time among all pieces.
   *
   * @param phrase which {@link Words} of the part it belongs to, counted from 0
   */
  record Sound(Duration lasting, int phrase) implements Piece {}
}
