package dev.soundcheck.conformance.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** How a measured time is spread, exact to one in a hundred. */
public record Percentiles(
    long count, Duration p50, Duration p90, Duration p99, Duration p999, Duration most) {
  static Percentiles of(Histogram times) {
    return new Percentiles(
        times.getTotalCount(),
        at(times, 50),
        at(times, 90),
        at(times, 99),
        at(times, 99.9),
        Duration.ofNanos(times.getMaxValue()));
  }

  private static Duration at(Histogram times, double percentile) {
    return Duration.ofNanos(times.getValueAtPercentile(percentile));
  }
}
