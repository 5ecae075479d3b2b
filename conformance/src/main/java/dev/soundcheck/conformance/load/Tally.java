package dev.soundcheck.conformance.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What was counted and timed in one stretch of a load. Safe for use by many threads. */
final class Tally {
  private static final int DIGITS = 2;

  private final Map<Measure, Histogram> times = new EnumMap<>(Measure.class);
  private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
  private final LongAdder turns = new LongAdder();
  private final LongAdder events = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final AtomicInteger mostSessions = new AtomicInteger();

  Tally() {
    for (Measure measure : Measure.values()) {
      times.put(measure, new ConcurrentHistogram(DIGITS));
    }
  }

  void time(Measure measure, long nanos) {
    histogram(measure).recordValue(Math.max(0, nanos));
  }

  void error(String kind) {
    errors.computeIfAbsent(kind, unused -> new LongAdder()).increment();
  }

  void turn() {
    turns.increment();
  }

  void event(int size) {
    events.increment();
    bytes.add(size);
  }

  /** So many sessions are open. */
  void sessions(int open) {
    mostSessions.accumulateAndGet(open, Math::max);
  }

  /** Everything of another stretch as well. */
  void add(Tally other) {
    times.forEach((measure, histogram) -> histogram.add(other.histogram(measure)));
    other.errors.forEach(
        (kind, count) -> errors.computeIfAbsent(kind, unused -> new LongAdder()).add(count.sum()));
    turns.add(other.turns.sum());
    events.add(other.events.sum());
    bytes.add(other.bytes.sum());
    sessions(other.mostSessions.get());
  }

  Figures figures() {
    Map<Measure, Percentiles> all = new EnumMap<>(Measure.class);
    times.forEach(
        (measure, histogram) -> {
          if (histogram.getTotalCount() > 0) {
            all.put(measure, Percentiles.of(histogram));
          }
        });
    Map<String, Long> counted = new TreeMap<>();
    errors.forEach((kind, count) -> counted.put(kind, count.sum()));
    return new Figures(mostSessions.get(), turns.sum(), events.sum(), bytes.sum(), all, counted);
  }

  private Histogram histogram(Measure measure) {
    return Objects.requireNonNull(times.get(measure));
  }
}
