package dev.soundcheck.audio;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Speaks every text once in every timbre and keeps the sound by content, up to a number of bytes.
 * Safe for many threads: sound that is kept is there at once, whatever is being spoken meanwhile.
 */
final class Synthesizer {
  private static final String UNREADABLE =
      "This text is in a script that the test voice cannot read.";

  /** What is spoken, and in which timbre. */
  private record Line(String words, Timbre timbre) {}

  private final Recent<Line, Pcm> spoken;
  private final Supplier<Speaker> maker;
  private @Nullable Speaker speaker;

  Synthesizer(long bytesKept, Supplier<Speaker> maker) {
    this.spoken = new Recent<>(bytesKept, sound -> 2L * sound.length());
    this.maker = maker;
  }

  /** The words as speech, without silence longer than 50 ms at either end. */
  Pcm speak(String words, Timbre timbre) {
    String text = words.strip();
    return text.isEmpty()
        ? new Pcm(new short[0], KevinVoice.RATE)
        : spoken.get(new Line(text, timbre), this::synthesized);
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
