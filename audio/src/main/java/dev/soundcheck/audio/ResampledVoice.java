package dev.soundcheck.audio;

import java.time.Duration;
import java.util.Optional;

/** A voice with another number of samples per second. */
record ResampledVoice(Voice original, int rate) implements Voice {
  @Override
  public Pcm speak(String words) {
    return Resampler.resample(original.speak(words), rate);
  }

  @Override
  public Pcm speak(String words, Duration rest) {
    return Resampler.resample(original.speak(words, rest), rate);
  }

  @Override
  public Voice as(String name) {
    return original.as(name).at(rate);
  }

  @Override
  public Voice at(int otherRate) {
    return original.at(otherRate);
  }

  @Override
  public Optional<Pcm> recorded(String words) {
    return original.recorded(words).map(sound -> Resampler.resample(sound, rate));
  }
}
