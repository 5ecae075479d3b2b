package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What a session does when: tasks in the order of their time, equal times in the order of their
 * making. Its time is that of the task being done, however late that is, so that what follows from
 * a task does not depend on how often somebody looked.
 */
final class Agenda {
  /**
   * One thing to do.
   *
   * @param brief whether it only says what was made before
   */
  record Task(Duration at, long made, boolean brief, Runnable what) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::made));
  private Duration now = Duration.ZERO;
  private long made;

  Duration now() {
    return now;
  }

  /** Puts a task down; a time already past counts as now. */
  Task at(Duration when, Runnable what) {
    return put(when, false, what);
  }

  private Task put(Duration when, boolean brief, Runnable what) {
    Task task = new Task(when.compareTo(now) < 0 ? now : when, made++, brief, what);
    tasks.add(task);
    return task;
  }

  Task in(Duration delay, Runnable what) {
    return at(now.plus(delay), what);
  }

  /** The same for what only says something that was made before. */
  Task brieflyIn(Duration delay, Runnable what) {
    return put(now.plus(delay), true, what);
  }

  void cancel(Task task) {
    tasks.remove(task);
  }

  void clear() {
    tasks.clear();
  }

  /** Does the next task that is due by then; false when there is none. */
  boolean doNext(Duration by) {
    Task next = tasks.peek();
    if (next == null || next.at().compareTo(by) > 0) {
      return false;
    }
    tasks.remove();
    now = next.at();
    next.what().run();
    return true;
  }

  /** Nothing more is due by then. */
  void reach(Duration by) {
    if (by.compareTo(now) > 0) {
      now = by;
    }
  }

  Optional<Duration> next() {
    return Optional.ofNullable(tasks.peek()).map(Task::at);
  }

  /** Whether the next task only says what was made before. */
  boolean brief() {
    Task next = tasks.peek();
    return next != null && next.brief();
  }

  @Override
  public String toString() {
    return "%d ms, %d due later".formatted(now.toMillis(), tasks.size());
  }
}
