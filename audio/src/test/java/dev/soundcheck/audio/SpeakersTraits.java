package dev.soundcheck.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What tells speakers apart: their pitch, and how long their throats are. */
final class SpeakersTraits {
  private static final int STEP_HZ = 50;
  private static final int HIGHEST_HZ = 5000;

  /** Poles of the model of the throat: two for each resonance below 8 kHz, and some to spare. */
  private static final int ORDER = 18;

  private static final int LOWEST_PITCH = 65;
  private static final int HIGHEST_PITCH = 320;
  private static final double VOICED = 0.6;

  /** The middle pitch of the voiced parts, in Hz. */
  private final double pitch;

  /** The mean spectrum without its pitch, in dB, every {@link #STEP_HZ}. */
  private final double[] envelope;

  private SpeakersTraits(double pitch, double[] envelope) {
    this.pitch = pitch;
    this.envelope = envelope;
  }

  double pitch() {
    return pitch;
  }

  static SpeakersTraits of(Pcm speech) {
    int frame = speech.rate() / 25;
    List<Double> pitches = new ArrayList<>();
    double[] sum = new double[HIGHEST_HZ / STEP_HZ];
    for (int at = 0; at + 2 * frame < speech.length(); at += frame / 2) {
      double[] samples = samples(speech, at, 2 * frame);
      double pitch = pitch(samples, speech.rate());
      if (pitch > 0) {
        pitches.add(pitch);
        add(sum, envelope(samples, speech.rate()));
      }
    }
    pitches.sort(null);
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= pitches.size();
    }
    return new SpeakersTraits(pitches.get(pitches.size() / 2), sum);
  }

  /** How many times higher the resonances lie than those of another speaker of the same words. */
  double throatAgainst(SpeakersTraits other) {
    double best = 0;
    double least = Double.MAX_VALUE;
    for (double ratio = 0.8; ratio <= 1.35; ratio += 0.005) {
      double distance = distance(other.envelope, ratio);
      if (distance < least) {
        least = distance;
        best = ratio;
      }
    }
    return best;
  }

  /** The spread of the difference, its mean left out: speakers may be of different loudness. */
  private double distance(double[] other, double ratio) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 8; i < envelope.length; i++) {
      double place = i / ratio;
      int below = (int) place;
      if (below + 1 < other.length && place * STEP_HZ < 3600) {
        double there = other[below] + (place - below) * (other[below + 1] - other[below]);
        double difference = envelope[i] - there;
        sum += difference;
        squares += difference * difference;
        count++;
      }
    }
    return squares / count - sum / count * sum / count;
  }

  private static double[] samples(Pcm speech, int from, int length) {
    double[] samples = new double[length];
    for (int i = 0; i < length; i++) {
      samples[i] = speech.samples()[from + i];
    }
    return samples;
  }

  /** 0 where the frame has no pitch. */
  private static double pitch(double[] samples, int rate) {
    double[] likeness = new double[rate / LOWEST_PITCH + 2];
    double most = 0;
    for (int lag = rate / HIGHEST_PITCH; lag < likeness.length; lag++) {
      likeness[lag] = likeness(samples, lag);
      most = Math.max(most, likeness[lag]);
    }
    for (int lag = rate / HIGHEST_PITCH + 1; lag < likeness.length - 1; lag++) {
      boolean peak = likeness[lag] >= likeness[lag - 1] && likeness[lag] >= likeness[lag + 1];
      if (peak && most > VOICED && likeness[lag] > 0.9 * most) {
        return (double) rate / lag;
      }
    }
    return 0;
  }

  private static double likeness(double[] samples, int lag) {
    double product = 0;
    double one = 1;
    double other = 1;
    for (int i = 0; i + lag < samples.length; i++) {
      product += samples[i] * samples[i + lag];
      one += samples[i] * samples[i];
      other += samples[i + lag] * samples[i + lag];
    }
    return product / Math.sqrt(one * other);
  }

  private static double[] envelope(double[] samples, int rate) {
    double[] shaped = new double[samples.length];
    for (int i = 1; i < samples.length; i++) {
      double window = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / samples.length);
      shaped[i] = window * (samples[i] - 0.95 * samples[i - 1]);
    }
    double[] filter = prediction(shaped);
    double[] envelope = new double[HIGHEST_HZ / STEP_HZ];
    for (int i = 0; i < envelope.length; i++) {
      envelope[i] = -20 * Math.log10(response(filter, 2 * Math.PI * i * STEP_HZ / rate));
    }
    return envelope;
  }

  /** Levinson and Durbin's: what of each sample follows from those before it. */
  private static double[] prediction(double[] samples) {
    double[] filter = new double[ORDER + 1];
    filter[0] = 1;
    double error = lagged(samples, 0) * 1.0001 + 1;
    for (int i = 1; i <= ORDER; i++) {
      double rest = lagged(samples, i);
      for (int j = 1; j < i; j++) {
        rest += filter[j] * lagged(samples, i - j);
      }
      double reflection = -rest / error;
      double[] before = Arrays.copyOf(filter, i);
      for (int j = 1; j < i; j++) {
        filter[j] = before[j] + reflection * before[i - j];
      }
      filter[i] = reflection;
      error *= 1 - reflection * reflection;
    }
    return filter;
  }

  private static double lagged(double[] samples, int lag) {
    double sum = 0;
    for (int i = lag; i < samples.length; i++) {
      sum += samples[i] * samples[i - lag];
    }
    return sum;
  }

  private static double response(double[] filter, double angle) {
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < filter.length; i++) {
      real += filter[i] * Math.cos(angle * i);
      imaginary -= filter[i] * Math.sin(angle * i);
    }
    return Math.hypot(real, imaginary);
  }

  private static void add(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  @Override
  public String toString() {
    return "%.0f Hz".formatted(pitch);
  }
}
