package dev.soundcheck.audio;

/**
 * Cuts a stream of samples into frames of 10 ms and measures each. Hum and rumble below 100 Hz,
 * where speech has little and rooms have much, count for little.
 */
final class FrameLevels {
  static final int PER_SECOND = 100;

  private static final double LOWEST_HZ = 100;
  private static final double FULL_SCALE = 32_768;

  private final int rate;
  private final double[] b;
  private final double[] a;

  private double x1;
  private double x2;
  private double y1;
  private double y2;
  private double energy;
  private long samples;
  private long frames;
  private long frameStart;
  private long frameEnd;

  FrameLevels(int rate) {
    this.rate = rate;
    double w = 2 * Math.PI * LOWEST_HZ / rate;
    double alpha = Math.sin(w) / Math.sqrt(2);
    double b0 = (1 + Math.cos(w)) / 2 / (1 + alpha);
    this.b = new double[] {b0, -2 * b0, b0};
    this.a = new double[] {-2 * Math.cos(w) / (1 + alpha), (1 - alpha) / (1 + alpha)};
    this.frameEnd = rate / PER_SECOND;
  }

  /** Takes a sample in; whether it completed a frame. */
  boolean take(short sample) {
    double y = b[0] * sample + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    x2 = x1;
    x1 = sample;
    y2 = y1;
    y1 = y;
    energy += y * y;
    return ++samples == frameEnd;
  }

  /** The level in dBFS of the frame just completed; the next frame begins. */
  double level() {
    double mean = Math.sqrt(energy / (frameEnd - frameStart)) / FULL_SCALE;
    energy = 0;
    frames++;
    frameStart = frameEnd;
    frameEnd = (frames + 1) * rate / PER_SECOND;
    return Levels.decibels(mean);
  }

  long samples() {
    return samples;
  }
}
