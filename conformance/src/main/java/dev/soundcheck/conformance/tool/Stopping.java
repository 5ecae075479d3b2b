package dev.soundcheck.conformance.tool;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How a family of processes is ended: each is asked to, and after the grace killed, until nobody is
 * found any more. All of it happens on one thread.
 */
final class Stopping {
  /** Whom nobody could kill for so long, nobody of this user can. */
  static final Duration GIVES_UP_AFTER = Duration.ofSeconds(5);

  private static final long LONGEST_PAUSE_MS = 80;

  private final Family family;
  private final Duration grace;
  private final ScheduledExecutorService thread;
  private final CompletableFuture<Set<ProcessHandle>> left = new CompletableFuture<>();
  private final Set<ProcessHandle> asked = new HashSet<>();
  private final Set<ProcessHandle> killed = new HashSet<>();
  private long began;
  private long pause = 5;
  private boolean nobodyBefore;

  Stopping(Family family, Duration grace, ScheduledExecutorService thread) {
    this.family = family;
    this.grace = grace;
    this.thread = thread;
  }

  /** Begins; the future tells who could not be ended. */
  CompletableFuture<Set<ProcessHandle>> begin() {
    began = System.nanoTime();
    look();
    return left;
  }

  synchronized boolean hasAsked(ProcessHandle process) {
    return asked.contains(process);
  }

  synchronized boolean hasKilled(ProcessHandle process) {
    return killed.contains(process);
  }

  /** Nobody twice: who starts a child and ends while the list is read may hide it once. */
  private void look() {
    Set<ProcessHandle> alive = family.search();
    Duration passed = Duration.ofNanos(System.nanoTime() - began);
    boolean over = alive.isEmpty() && nobodyBefore;
    if (over || passed.compareTo(grace.plus(GIVES_UP_AFTER)) > 0) {
      left.complete(alive);
      return;
    }
    nobodyBefore = alive.isEmpty();
    end(alive, passed.compareTo(grace) >= 0);
    var unused = thread.schedule(this::look, pause, TimeUnit.MILLISECONDS);
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
  }

  private synchronized void end(Set<ProcessHandle> alive, boolean atOnce) {
    if (atOnce) {
      killed.addAll(alive);
      alive.forEach(ProcessHandle::destroyForcibly);
    } else {
      alive.stream().filter(asked::add).forEach(ProcessHandle::destroy);
    }
  }
}
