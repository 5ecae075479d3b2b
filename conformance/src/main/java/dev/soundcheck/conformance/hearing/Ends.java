package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.Levels;
import java.util.Arrays;

/**
 * How sound begins and ends, against the level of its speech: the mean of the frames of 10 ms that
 * are at most 25 dB below the loudest. Speech swells and fades; where it is cut, it does not.
 */
final class Ends {
  /** In dB; the loudest end of a whole prompt is 27 below, of 95 in 100 cut ones 10 at most. */
  private static final double CUT = -14;

  /** In dBFS; what is softer is no speech that could be cut. */
  private static final double SPEECH_AT_LEAST = -45;

  private static final int BELOW_LOUDEST = 25;
  private static final int EDGES_PER_SECOND = 333;
  private static final int FRAMES_PER_SECOND = 100;

  private final int edge;
  private final int frame;
  private final short[] first;
  private final short[] last;
  private final double[] power = new double[-(int) Levels.NOTHING + 1];
  private final int[] count = new int[-(int) Levels.NOTHING + 1];
  private double energy;
  private int inFrame;
  private long heard;

  Ends(int rate) {
    edge = rate / EDGES_PER_SECOND;
    frame = rate / FRAMES_PER_SECOND;
    first = new short[edge];
    last = new short[edge];
  }

  void take(short[] samples) {
    for (short sample : samples) {
      if (heard < edge) {
        first[(int) heard] = sample;
      }
      last[(int) (heard++ % edge)] = sample;
      energy += (double) sample * sample;
      if (++inFrame == frame) {
        add(energy / frame);
        energy = 0;
        inFrame = 0;
      }
    }
  }

  /** By how many dB the beginning is softer than the speech. */
  double start() {
    return level(power(first)) - speech();
  }

  /** By how many dB the end is softer than the speech. */
  double end() {
    return level(power(last)) - speech();
  }

  boolean startsCut() {
    return enough() && start() > CUT;
  }

  boolean endsCut() {
    return enough() && end() > CUT;
  }

  private boolean enough() {
    return heard >= 10L * frame && speech() >= SPEECH_AT_LEAST;
  }

  private double speech() {
    int loudest = 0;
    while (loudest < count.length - 1 && count[loudest] == 0) {
      loudest++;
    }
    int end = Math.min(count.length, loudest + BELOW_LOUDEST);
    int frames = Arrays.stream(count, loudest, end).sum();
    return level(Arrays.stream(power, loudest, end).sum() / Math.max(1, frames));
  }

  private void add(double mean) {
    int below = (int) -level(mean);
    power[below] += mean;
    count[below]++;
  }

  private static double power(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return sum / samples.length;
  }

  private static double level(double power) {
    double level = 10 * Math.log10(power) - 20 * Math.log10(32_768);
    return Math.min(0, Math.max(Levels.NOTHING, level));
  }
}
