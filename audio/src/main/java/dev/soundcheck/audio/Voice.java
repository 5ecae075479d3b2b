package dev.soundcheck.audio;

import java.time.Duration;
import java.util.Optional;

/** Makes speech of words. Safe for use by many threads; the same words give the same samples. */
public interface Voice {
  /** Samples a second of what {@link #speak} returns. */
  int rate();

  /**
   * The words as speech; what a voice makes itself has no silence longer than 50 ms at either end.
   * Blank words give no samples.
   */
  Pcm speak(String words);

  /**
   * The voice of this name, at the same rate; a voice that knows no names answers with itself.
   *
   * @param name as the vendor lists it, or any other
   */
  default Voice as(String name) {
    return this;
  }

  /** The words as speech, and silence behind it. */
  default Pcm speak(String words, Duration rest) {
    return speak(words).then(Pcm.silence(rest, rate()));
  }

  /**
   * The same voice with so many samples per second; one that keeps what it has said keeps it at
   * that rate.
   */
  default Voice at(int rate) {
    return rate == rate() ? this : new ResampledVoice(this, rate);
  }

  /**
   * A recording of exactly these words, where this voice has one; {@link #speak} gives the same.
   * Empty for a voice that makes what it says.
   */
  default Optional<Pcm> recorded(String words) {
    return Optional.empty();
  }
}
