package dev.soundcheck.audio;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Speaks every text once in every timbre and keeps the sound by content, up to a number of bytes.
 * Safe for many threads: sound that is kept is there at once, whatever is being spoken meanwhile.
 */
final class Synthesizer {
  private static final String UNREADABLE =
      "This text is in a script that the test voice cannot read.";

  /**
   * What is spoken.
   *
   * @param words without white space around them
   * @param rate samples per second
   * @param rest silence behind the words
   */
  record Line(String words, Timbre timbre, int rate, Duration rest) {
    /** The voice's own sound, without anything behind it. */
    Line plain() {
      return new Line(words, timbre, KevinVoice.RATE, Duration.ZERO);
    }
  }

  private final Recent<Line, Pcm> spoken;
  private final Supplier<Speaker> maker;
  private @Nullable Speaker speaker;

  Synthesizer(long bytesKept, Supplier<Speaker> maker) {
    this.spoken = new Recent<>(bytesKept, sound -> 2L * sound.length());
    this.maker = maker;
  }

  /** The line as speech, without silence longer than 50 ms at either end but the rest. */
  Pcm speak(Line line) {
    return spoken.get(line, this::made);
  }

  private Pcm made(Line line) {
    if (line.equals(line.plain())) {
      return line.words().isEmpty() ? new Pcm(new short[0], line.rate()) : synthesized(line);
    }
    Pcm rest = Pcm.silence(line.rest(), KevinVoice.RATE);
    return Resampler.resample(speak(line.plain()).then(rest), line.rate());
  }

  private Pcm synthesized(Line line) {
    Pcm speech = Trimming.trimmed(say(Sayable.of(line.words()), line.timbre()));
    if (speech.length() > 0) {
      return speech;
    }
    boolean letters = line.words().codePoints().anyMatch(Character::isLetterOrDigit);
    return letters
        ? Trimming.trimmed(say(UNREADABLE, line.timbre()))
        : Trimming.tone(KevinVoice.RATE);
  }

  private synchronized Pcm say(String text, Timbre timbre) {
    if (speaker == null) {
      speaker = maker.get();
    }
    return speaker.speak(text, timbre);
  }
}
