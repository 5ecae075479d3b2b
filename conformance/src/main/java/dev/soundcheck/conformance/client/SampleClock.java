package dev.soundcheck.conformance.client;

import java.time.Duration;

/** Counts samples from a moment on, so that rounding never adds up. */
final class SampleClock {
  /** Moments are whole nanoseconds; a sample that ends within half of one has ended. */
  private static final double ROUNDING = 1e-4;

  private final double speed;
  private Duration from = Duration.ZERO;
  private int rate = 1;
  private long samples;

  /** {@code speed} times faster than real. */
  SampleClock(double speed) {
    this.speed = speed;
  }

  /** The next sample is due then, and those after it at this rate. */
  void start(Duration at, int newRate) {
    from = at;
    rate = newRate;
    samples = 0;
  }

  /** The samples that follow have this rate. */
  void rate(int newRate) {
    if (newRate != rate) {
      start(next(), newRate);
    }
  }

  void count(int more) {
    samples += more;
  }

  /** When the next sample is due. */
  Duration next() {
    return from.plus(lasting(samples, rate));
  }

  /** How long so many samples take. */
  Duration lasting(long many, int atRate) {
    return Duration.ofNanos(Math.round(many * 1e9 / (atRate * speed)));
  }

  /** How many whole samples go by from one moment to another; none when time goes back. */
  int between(Duration one, Duration other, int atRate) {
    double many = other.minus(one).toNanos() * speed * atRate / 1e9;
    return (int) Math.max(0, Math.floor(many + ROUNDING));
  }
}
