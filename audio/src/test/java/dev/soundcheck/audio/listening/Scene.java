package dev.soundcheck.audio.listening;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Encoded;
import dev.soundcheck.audio.GroundTruth;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SoundDecoder;
import dev.soundcheck.audio.Sounds;
import java.time.Duration;

/**
 * The circumstances in which prompts are heard; a row of the table.
 *
 * @param name the row's first column
 * @param format how the sound travels
 * @param level of the speech in dBFS, the mean power while it is active
 * @param backdrop what else is heard
 * @param lead so long nothing is said before the prompt
 */
record Scene(String name, AudioFormat format, double level, Backdrop backdrop, Duration lead) {
  private static final Duration TAIL = Duration.ofSeconds(1);

  /**
   * A prompt as a detector gets it.
   *
   * @param truth in the time of {@code sound}
   * @param silence longer than any pause in the prompt, so that it is one turn
   */
  record Take(Pcm sound, GroundTruth truth, Duration silence) {}

  Take take(Pcm recording, long seed) {
    int rate = format.rate();
    Pcm prompt = Resampler.resample(recording, rate);
    GroundTruth truth = GroundTruth.of(prompt);
    Duration silence = truth.longestPause().plusMillis(300);
    Pcm spoken =
        Pcm.silence(lead, rate)
            .then(Sounds.louder(prompt, level - truth.level()))
            .then(Pcm.silence(silence.plus(TAIL), rate));
    Duration lasting = spoken.duration().plusMillis(1);
    Pcm played = Sounds.mixed(spoken, backdrop.of(lasting, rate, seed));
    return new Take(travelled(played), shifted(truth, lead), silence);
  }

  /** Encoded, and decoded on the other side. */
  private Pcm travelled(Pcm played) {
    Encoded encoded = format.encoded(played);
    SoundDecoder decoder = format.decoder();
    int message = encoded.grain() == 1 ? encoded.samples() : encoded.grain();
    short[] samples = new short[encoded.samples()];
    for (int at = 0; at < samples.length; at += message) {
      Pcm piece = decoder.decode(encoded.slice(at, at + message));
      System.arraycopy(piece.samples(), 0, samples, at, piece.length());
    }
    return new Pcm(samples, format.rate());
  }

  private static GroundTruth shifted(GroundTruth truth, Duration lead) {
    return new GroundTruth(
        truth.start().plus(lead), truth.end().plus(lead), truth.longestPause(), truth.level());
  }
}
