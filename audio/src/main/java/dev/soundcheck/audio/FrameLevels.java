package dev.soundcheck.audio;

/**
 * Cuts a stream of samples into frames of 10 ms and measures each. Hum and rumble below 100 Hz,
 * where speech has little and rooms have much, count for little.
 */
final class FrameLevels {
  static final int PER_SECOND = 100;

  private static final double LOWEST_HZ = 100;
  private static final double FULL_SCALE = 32_768;

  /**
   * What rings in the filter below this, 300 dB under full scale, is nothing. Where a microphone is
   * muted it would come to numbers that processors take a hundred times longer to count with.
   */
  private static final double NOTHING = FULL_SCALE * 1e-15;

  private final int rate;

  /** Of the filter; it is left out until the level is asked for. */
  private final double gain;

  private final double a1;
  private final double a2;
  private final double acrossOne;
  private final double acrossTwo;

  private int x1;
  private int x2;
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
    this.gain = (1 + Math.cos(w)) / 2 / (1 + alpha);
    this.a1 = -2 * Math.cos(w) / (1 + alpha);
    this.a2 = (1 - alpha) / (1 + alpha);
    this.acrossOne = a1 * a1 - a2;
    this.acrossTwo = a1 * a2;
    this.frameEnd = rate / PER_SECOND;
  }

  /**
   * Takes samples in, from this one on and up to the end of a frame; returns how many were taken.
   */
  int take(short[] sound, int from) {
    int taken = (int) Math.min(frameEnd - samples, sound.length - from);
    int end = from + taken;
    int at = from;
    if (taken % 2 == 1) {
      one(sound[at++]);
    }
    twoByTwo(sound, at, end);
    samples += taken;
    return taken;
  }

  private void one(int x) {
    double y = x - 2 * x1 + x2 - a2 * y2 - a1 * y1;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    energy += y * y;
  }

  /**
   * The same for pairs, where the second of a pair does not wait for the first: with y' for the
   * output two samples ago, a1 y = a1 (x - a1 y' - a2 y''). That, and that nothing is stored before
   * the end, makes it take a third of the time.
   */
  private void twoByTwo(short[] sound, int from, int end) {
    int heard = x1;
    int heardBefore = x2;
    double previous = y1;
    double before = y2;
    double sum = energy;
    for (int i = from; i < end; i += 2) {
      int x = sound[i];
      int next = sound[i + 1];
      double in = x - 2 * heard + heardBefore;
      double nextIn = next - 2 * x + heard - a1 * in;
      double y = in - a2 * before - a1 * previous;
      double nextY = nextIn + acrossTwo * before + acrossOne * previous;
      heardBefore = x;
      heard = next;
      before = y;
      previous = nextY;
      sum += y * y + nextY * nextY;
    }
    x1 = heard;
    x2 = heardBefore;
    y1 = previous;
    y2 = before;
    energy = sum;
  }

  /** Whether the frame is complete. */
  boolean complete() {
    return samples == frameEnd;
  }

  /** The level in dBFS of the frame just completed; the next frame begins. */
  double level() {
    double mean = gain * Math.sqrt(energy / (frameEnd - frameStart)) / FULL_SCALE;
    energy = 0;
    frames++;
    frameStart = frameEnd;
    frameEnd = (frames + 1) * rate / PER_SECOND;
    fallSilent();
    return Levels.decibels(mean);
  }

  private void fallSilent() {
    if (Math.abs(y1) + Math.abs(y2) < NOTHING) {
      y1 = 0;
      y2 = 0;
    }
  }

  /** Whether what was heard before still rings in the filter. */
  boolean rings() {
    return y1 != 0 || y2 != 0;
  }

  long samples() {
    return samples;
  }
}
