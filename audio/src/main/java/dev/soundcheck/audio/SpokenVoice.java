package dev.soundcheck.audio;

import org.jspecify.annotations.Nullable;

/**
 * The embedded synthesizer: one English voice at 16 kHz, its peak at -3 dBFS. Accents are taken off
 * and letters of other scripts are skipped; a text with no other letters is answered by a sentence
 * that says so, and signs alone (an emoji) by a short tone, so that words which are not blank are
 * always heard.
 */
public final class SpokenVoice implements Voice {
  private static final long BYTES_KEPT = 64L << 20;

  private static final String UNREADABLE =
      "This text is in a script that the test voice cannot read.";

  private static final SpokenVoice EMBEDDED = new SpokenVoice(BYTES_KEPT);

  private final Recent<String, Pcm> spoken;
  private @Nullable KevinVoice kevin;

  SpokenVoice(long bytesKept) {
    this.spoken = new Recent<>(bytesKept, sound -> 2L * sound.length());
  }

  /**
   * The embedded voice, its results kept by content. Cheap to call; the voice is made on first use.
   */
  public static Voice embedded() {
    return EMBEDDED;
  }

  /** Makes the voice now, which takes about 0.2 s, so that the first words need not wait for it. */
  public static void warmUp() {
    EMBEDDED.speak("ready");
  }

  @Override
  public int rate() {
    return KevinVoice.RATE;
  }

  @Override
  public Pcm speak(String words) {
    String text = words.strip();
    return text.isEmpty() ? new Pcm(new short[0], rate()) : spoken.get(text, this::synthesize);
  }

  /** Called by one thread at a time, as {@link Recent} promises and the synthesizer needs. */
  private Pcm synthesize(String words) {
    Pcm speech = Trimming.trimmed(say(Sayable.of(words)));
    if (speech.length() > 0) {
      return speech;
    }
    boolean letters = words.codePoints().anyMatch(Character::isLetterOrDigit);
    return letters ? Trimming.trimmed(say(UNREADABLE)) : Trimming.tone(rate());
  }

  private Pcm say(String text) {
    if (kevin == null) {
      kevin = new KevinVoice();
    }
    return new Pcm(kevin.speak(text), rate());
  }
}
