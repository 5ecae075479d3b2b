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

  /** How long all these pieces sound. */
  static Duration lasting(List<Piece> pieces) {
    return pieces.stream()
        .filter(Sound.class::isInstance)
        .map(piece -> ((Sound) piece).lasting())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** One delta. */
  sealed interface Piece {}

  /** A transcript delta. */
  record Words(String words) implements Piece {}

  /**
   * An audio delta; a part lasts as long as its pieces do.
   *
   * @param phrase which {@link Words} of the part it belongs to, counted from 0
   */
  record Sound(Duration lasting, int phrase) implements Piece {}
}
