package dev.soundcheck.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntFunction;

/**
 * Whether work grows as inputs grow. Processor time of two lengths is compared, never a time with a
 * limit: a slow machine is slow at both.
 */
public final class Growth {
  /** The longer input is so many times as long. */
  private static final int TIMES = 8;

  /** What is linear takes 8 times as long, what is quadratic 64 times; caches and luck count. */
  private static final double MOST = 28;

  private static final int ROUNDS = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Growth() {}

  /**
   * Checks that 8 times the length is not 64 times the work.
   *
   * @param what is measured, for the message
   * @param length of the shorter input, long enough that reading it takes most of a millisecond
   * @param inputs makes an input of about this length
   * @throws AssertionError if it is
   */
  public static void isNotQuadratic(
      String what, int length, IntFunction<byte[]> inputs, Parser parser) {
    byte[] small = inputs.apply(length);
    byte[] large = inputs.apply(length * TIMES);
    long floor = 200_000;
    long slow = Math.max(floor, best(small, parser));
    double ratio = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS && ratio > MOST; i++) {
      ratio = Math.min(ratio, (double) time(large, parser) / slow);
    }
    if (ratio > MOST) {
      throw new AssertionError(
          "%s: %d times the length takes %.0f times the work".formatted(what, TIMES, ratio));
    }
  }

  /** The best of some: the first are slower, since nothing is compiled yet. */
  private static long best(byte[] input, Parser parser) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      best = Math.min(best, time(input, parser));
    }
    return best;
  }

  private static long time(byte[] input, Parser parser) {
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      parser.takes(input);
    } catch (Exception escaped) {
      throw new AssertionError(escaped);
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
