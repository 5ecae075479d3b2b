package dev.soundcheck.audio;

import dev.soundcheck.audio.Synthesizer.Line;
import java.time.Duration;

/**
 * The embedded synthesizer: English at 16 kHz, its peak at -3 dBFS, in as many voices as the vendor
 * has names. Words in other scripts are replaced by the name of their script; a text with no other
 * letters is answered by a sentence that says so, and signs alone (an emoji) by a short tone, so
 * that words which are not blank are always heard.
 */
public final class SpokenVoice implements Voice {
  private static final long BYTES_KEPT = 64L << 20;

  private static final SpokenVoice EMBEDDED = new SpokenVoice(BYTES_KEPT);

  private final Synthesizer synthesizer;
  private final Timbre timbre;
  private final int rate;

  SpokenVoice(long bytesKept) {
    this(new Synthesizer(bytesKept, KevinVoice::new), Timbre.RECORDED, KevinVoice.RATE);
  }

  SpokenVoice(Synthesizer synthesizer, Timbre timbre, int rate) {
    this.synthesizer = synthesizer;
    this.timbre = timbre;
    this.rate = rate;
  }

  /**
   * The voice of no name, a man's, its results and those of all others kept by content for the
   * whole program, up to 64 MiB. Cheap to call; the synthesizer is made on first use.
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
    return rate;
  }

  @Override
  public Pcm speak(String words) {
    return speak(words, Duration.ZERO);
  }

  @Override
  public Pcm speak(String words, Duration rest) {
    return synthesizer.speak(new Line(words.strip(), timbre, rate, rest));
  }

  /**
   * Names in capitals are the same; a name that the vendor does not list gets one of its voices.
   */
  @Override
  public Voice as(String name) {
    return new SpokenVoice(synthesizer, Timbre.of(name), rate);
  }

  @Override
  public Voice at(int otherRate) {
    return new SpokenVoice(synthesizer, timbre, otherRate);
  }
}
