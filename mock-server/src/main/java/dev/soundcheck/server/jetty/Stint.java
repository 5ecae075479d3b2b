package dev.soundcheck.server.jetty;

import java.time.Duration;

/**
 * How long one client has been read without others having had their turn. A stint begins when
 * something came after nothing had, or when the one before was over. Confined to one caller at a
 * time.
 */
final class Stint {
  /** Some ten messages (docs/decisions/speed.md). */
  static final Duration LONGEST = Duration.ofNanos(250_000);

  private Duration began = Duration.ZERO;
  private int wake;
  private boolean large;

  /** The rest of a large message is to come, which is long in any case. */
  void partOfMore() {
    large = true;
  }

  /**
   * Whether it is over; the next begins then.
   *
   * @param wakes how often something came after nothing had; 0 where that is unknown, and nobody is
   *     kept waiting
   */
  boolean over(Duration now, int wakes) {
    if (wakes == 0) {
      return false;
    }
    if (wakes != wake) {
      wake = wakes;
      began = now;
    }
    boolean over = large || now.minus(began).compareTo(LONGEST) >= 0;
    if (over) {
      began = now;
      large = false;
    }
    return over;
  }
}
