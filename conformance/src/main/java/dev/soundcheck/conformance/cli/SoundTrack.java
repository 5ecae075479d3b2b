package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.ResamplingStream;
import dev.soundcheck.audio.WavFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What one side said, as a player gives it: each piece when it came, or after what is still to be
 * played. The file has the rate of its first sound.
 */
final class SoundTrack {
  /** A shorter gap is the network's, not the speaker's. */
  private static final Duration JITTER = Duration.ofMillis(100);

  private final Path file;
  private int from;
  private Optional<ResamplingStream> resampler = Optional.empty();
  private Optional<WavFile> wav = Optional.empty();

  SoundTrack(Path file) {
    this.file = file;
  }

  void sound(Duration at, Pcm sound) throws IOException {
    WavFile open = open(sound.rate());
    if (at.minus(open.duration()).compareTo(JITTER) > 0) {
      open.silenceUntil(at);
    }
    open.append(fitting(sound, open.rate()));
  }

  /** What is still to be played is dropped. */
  void fallSilent(Duration at) throws IOException {
    if (wav.isPresent()) {
      wav.orElseThrow().cut(at);
    }
  }

  /** A side that said nothing has a file without samples. */
  void close() throws IOException {
    open(AudioFormat.DEFAULT.rate()).close();
  }

  private Pcm fitting(Pcm sound, int rate) {
    if (sound.rate() == rate) {
      return sound;
    }
    if (resampler.isEmpty() || sound.rate() != from) {
      from = sound.rate();
      resampler = Optional.of(new ResamplingStream(sound.rate(), rate));
    }
    return resampler.orElseThrow().next(sound);
  }

  private WavFile open(int rate) throws IOException {
    if (wav.isEmpty()) {
      wav = Optional.of(WavFile.create(file, rate));
    }
    return wav.orElseThrow();
  }
}
