package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.ResamplingStream;
import dev.soundcheck.audio.WavFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Pieces of sound laid where they were heard, with silence between them, at one rate. */
final class LaidTrack implements Closeable {
  /** Moments are counted in nanoseconds, so neighbours may seem to be a little apart. */
  private static final Duration NEXT = Duration.ofMillis(1);

  private final WavFile file;
  private ResamplingStream resampler;
  private int from;
  private Duration end = Duration.ZERO;

  LaidTrack(Path file, int rate) throws IOException {
    this.file = WavFile.create(file, rate);
    this.from = rate;
    this.resampler = new ResamplingStream(rate, rate);
  }

  void lay(Duration at, Pcm sound) throws IOException {
    if (sound.rate() != from || at.minus(end).compareTo(NEXT) > 0) {
      file.append(resampler.end());
      from = sound.rate();
      resampler = new ResamplingStream(from, file.rate());
      file.silenceUntil(at);
    }
    file.append(resampler.next(sound));
    end = at.plus(sound.duration());
  }

  /** What lies after then is taken away. */
  void cut(Duration then) throws IOException {
    if (then.compareTo(end) < 0) {
      file.append(resampler.end());
      resampler = new ResamplingStream(from, file.rate());
      file.cut(then);
      end = then;
    }
  }

  @Override
  public void close() throws IOException {
    file.append(resampler.end());
    file.close();
  }
}
