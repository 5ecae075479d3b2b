package dev.soundcheck.audio;

/**
 * Makes sound faster or slower at the same pitch: short overlapping pieces are laid closer together
 * or further apart, each moved a little to where it goes on as the piece before would have (WSOLA,
 * Verhelst and Roelands 1993).
 */
public final class Tempo {
  /** Half a piece; two periods of a low voice fit into a piece. */
  private static final double HOP_SECONDS = 0.0125;

  /** How far a piece may be moved: half a period of a voice of 70 Hz. */
  private static final double REACH_SECONDS = 0.0075;

  private final short[] in;
  private final double speed;
  private final int hop;
  private final int reach;
  private final double[] window;

  private Tempo(Pcm sound, double speed) {
    this.in = sound.samples();
    this.speed = speed;
    this.hop = Math.max(1, (int) (HOP_SECONDS * sound.rate()));
    this.reach = (int) (REACH_SECONDS * sound.rate());
    this.window = new double[2 * hop];
    for (int i = 0; i < window.length; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / hop);
    }
  }

  /**
   * The sound at this many times its speed, {@code round(length / speed)} samples long.
   *
   * @throws AudioException when the speed is not positive
   */
  public static Pcm of(Pcm sound, double speed) {
    if (!(speed > 0)) {
      throw new AudioException("expected a positive speed, got %s".formatted(speed));
    }
    return speed == 1 ? sound : new Pcm(new Tempo(sound, speed).laid(), sound.rate());
  }

  private short[] laid() {
    int length = (int) Math.round(in.length / speed);
    double[] sum = new double[length];
    double[] weight = new double[length];
    int piece = 0;
    for (int at = -hop; at < length; at += hop) {
      int wanted = (int) Math.round((at + hop) * speed) - hop;
      piece = at == -hop ? wanted : best(wanted, piece + hop);
      lay(piece, at, sum, weight);
    }
    short[] out = new short[length];
    for (int i = 0; i < length; i++) {
      double value = weight[i] > 0 ? sum[i] / weight[i] : 0;
      out[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.rint(value)));
    }
    return out;
  }

  private void lay(int piece, int at, double[] sum, double[] weight) {
    for (int i = Math.max(0, -at); i < window.length && at + i < sum.length; i++) {
      sum[at + i] += window[i] * sample(piece + i);
      weight[at + i] += window[i];
    }
  }

  /** Where, near the wanted place, the sound is most like what would have come next. */
  private int best(int wanted, int next) {
    int best = wanted;
    double most = Double.NEGATIVE_INFINITY;
    for (int start = wanted - reach; start <= wanted + reach; start++) {
      double likeness = likeness(start, next);
      if (likeness > most) {
        most = likeness;
        best = start;
      }
    }
    return best;
  }

  private double likeness(int one, int other) {
    double product = 0;
    double energy = 1;
    for (int i = 0; i < window.length; i += 2) {
      double sample = sample(one + i);
      product += sample * sample(other + i);
      energy += sample * sample;
    }
    return product / Math.sqrt(energy);
  }

  private short sample(int index) {
    return index < 0 || index >= in.length ? 0 : in[index];
  }
}
