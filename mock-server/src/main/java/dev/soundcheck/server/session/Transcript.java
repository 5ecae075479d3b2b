package dev.soundcheck.server.session;

import java.util.List;
import java.util.Optional;

/**
 * What a stretch of speech is understood as.
 *
 * @param words in the end
 * @param reports what is reported of it before; empty when that follows from the words and the
 *     time, as usual
 */
public record Transcript(String words, Optional<Reports> reports) {
  /** Words whose unfinished forms follow from the time. */
  public static Transcript of(String words) {
    return new Transcript(words, Optional.empty());
  }

  /**
   * Transcripts that are not finished.
   *
   * @param speaking reported before the turn is closed
   * @param closed reported after {@code committed}
   */
  public record Reports(List<Report> speaking, List<Report> closed) {
    public Reports {
      speaking = List.copyOf(speaking);
      closed = List.copyOf(closed);
    }
  }

  /**
   * One transcript that is not finished.
   *
   * @param bare whether {@code completed} comes without {@code updated} (live-behaviour.md 4)
   */
  public record Report(String words, boolean bare) {}
}
