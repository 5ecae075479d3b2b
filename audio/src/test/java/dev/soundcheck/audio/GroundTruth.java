package dev.soundcheck.audio;

import java.time.Duration;

/**
 * Where speech lies in a recording, judged afterwards and by its energy alone: all frames of 10 ms
 * from the first to the last that is at most 36 dB below the recording's own level. The level is
 * the mean power of the frames that are at most 30 dB below the loudest. Shares nothing with the
 * detector.
 *
 * @param start where the first such frame begins
 * @param end where the last such frame ends
 * @param longestPause the longest run of quieter frames in between
 * @param level the level in dBFS
 */
public record GroundTruth(Duration start, Duration end, Duration longestPause, double level) {
  private static final int FRAME_MILLIS = 10;
  private static final double SPEECH_BELOW_LOUDEST = 30;
  private static final double EDGE_BELOW_LEVEL = 36;

  /** Judges a recording without noise; one of nothing but silence has no speech to find. */
  public static GroundTruth of(Pcm recording) {
    double[] powers = powers(recording);
    double level = level(powers);
    double limit = level * Math.pow(10, -EDGE_BELOW_LEVEL / 10);
    int first = -1;
    int last = -1;
    int pause = 0;
    for (int frame = 0; frame < powers.length; frame++) {
      if (powers[frame] >= limit) {
        first = first < 0 ? frame : first;
        pause = last < 0 ? 0 : Math.max(pause, frame - last - 1);
        last = frame;
      }
    }
    return new GroundTruth(at(first), at(last + 1), at(pause), 10 * Math.log10(level));
  }

  private static double level(double[] powers) {
    double loudest = 1e-12;
    for (double power : powers) {
      loudest = Math.max(loudest, power);
    }
    double sum = 0;
    int frames = 0;
    for (double power : powers) {
      if (power >= loudest * Math.pow(10, -SPEECH_BELOW_LOUDEST / 10)) {
        sum += power;
        frames++;
      }
    }
    return sum / Math.max(1, frames);
  }

  private static double[] powers(Pcm recording) {
    int count = (int) (recording.duration().toMillis() / FRAME_MILLIS);
    double[] powers = new double[count];
    for (int frame = 0; frame < count; frame++) {
      int from = Pcm.samplesIn(at(frame), recording.rate());
      int to = Pcm.samplesIn(at(frame + 1), recording.rate());
      for (int i = from; i < to; i++) {
        double sample = recording.samples()[i] / 32_768.0;
        powers[frame] += sample * sample / (to - from);
      }
    }
    return powers;
  }

  private static Duration at(int frame) {
    return Duration.ofMillis((long) frame * FRAME_MILLIS);
  }
}
