package dev.soundcheck.audio;

import java.util.List;
import java.util.Optional;

/**
 * Tells which of some phrases somebody speaks. Safe for use by many threads; the same sound gives
 * the same phrase, whatever was heard before. The artifact {@code soundcheck-listener} has one,
 * which {@link java.util.ServiceLoader} finds.
 */
public interface Listener {
  /**
   * Why nobody could tell this phrase from others, and how to write it instead; empty when it can
   * be listened for.
   */
  Optional<String> objection(String phrase);

  /**
   * The one of the phrases that is spoken, as it was given; empty when it is none of them.
   *
   * @param speech one stretch of speech of any rate, with some silence around it
   */
  Optional<String> heard(Pcm speech, List<String> phrases);
}
