package dev.soundcheck.conformance.client;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** Time that passes only when nothing is left to do now. */
final class VirtualPace implements Pace {
  private record Due(Duration at, long order, Runnable work) {}

  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
  private Duration now = Duration.ZERO;
  private long order;

  @Override
  public Duration now() {
    return now;
  }

  @Override
  public void soon(Runnable work) {
    at(now, work);
  }

  @Override
  public void at(Duration moment, Runnable work) {
    due.add(new Due(moment.compareTo(now) < 0 ? now : moment, order++, work));
  }

  @Override
  public void close() {
    due.clear();
  }

  /** Lets all happen, up to this moment. */
  void passUntil(Duration moment) {
    passUntil(moment, () -> false);
  }

  /** The same, but no longer than until this is so. */
  void passUntil(Duration moment, BooleanSupplier over) {
    while (!over.getAsBoolean() && !due.isEmpty() && due.element().at().compareTo(moment) <= 0) {
      Due next = due.remove();
      now = next.at();
      next.work().run();
    }
  }
}
