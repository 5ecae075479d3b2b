package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundSource;

/** Sound that is all there. */
final class WholeSound implements SoundSource {
  private final Pcm sound;
  private int at;

  WholeSound(Pcm sound) {
    this.sound = sound;
  }

  @Override
  public int rate() {
    return sound.rate();
  }

  @Override
  public Pcm next(int most) {
    int from = at;
    at = Math.min(sound.length(), from + most);
    return sound.slice(from, at);
  }

  @Override
  public void close() {}
}
