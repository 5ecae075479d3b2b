package dev.soundcheck.server.profile;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Voice;

/**
 * A voice that hums: 60 ms for every letter, so that the length of sound follows from the words.
 */
final class ToneVoice implements Voice {
  private static final int SAMPLES_PER_LETTER = 24 * 60;

  @Override
  public int rate() {
    return 24_000;
  }

  @Override
  public Pcm speak(String words) {
    return hum(words.length() * SAMPLES_PER_LETTER);
  }

  static Pcm hum(int length) {
    short[] samples = new short[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (short) (8_000 * Math.sin(i * 2 * Math.PI / 100) + 1);
    }
    return new Pcm(samples, 24_000);
  }
}
