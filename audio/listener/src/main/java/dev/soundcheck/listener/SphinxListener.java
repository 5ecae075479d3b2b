package dev.soundcheck.listener;

import dev.soundcheck.audio.Listener;
import dev.soundcheck.audio.Pcm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Listens with Sphinx4 and its model of American English. Its models are loaded when something is
 * first asked of it, in about a second; it listens to one stretch of speech at a time.
 */
public final class SphinxListener implements Listener {
  /** Scenarios ask for the same phrases again and again. */
  private static final int MOST_GRAMMARS = 32;

  private final Map<List<String>, Ear> ears =
      new LinkedHashMap<>(MOST_GRAMMARS, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Ear> eldest) {
          return size() > MOST_GRAMMARS;
        }
      };

  private @Nullable Acoustics acoustics;

  /** For {@link java.util.ServiceLoader}. */
  public SphinxListener() {}

  @Override
  public Optional<String> objection(String phrase) {
    return Wording.objection(phrase);
  }

  @Override
  public synchronized Optional<String> heard(Pcm speech, List<String> phrases) {
    return guess(speech, phrases).filter(Guess::sure).map(Guess::phrase);
  }

  /** The likeliest of the phrases, sure or not; empty when the sound is too short for each. */
  synchronized Optional<Guess> guess(Pcm speech, List<String> phrases) {
    Acoustics loaded = acoustics == null ? new Acoustics() : acoustics;
    acoustics = loaded;
    Ear ear = ears.computeIfAbsent(List.copyOf(phrases), asked -> new Ear(asked, loaded));
    return ear.hear(loaded.features(speech));
  }
}
