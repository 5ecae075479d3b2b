package dev.soundcheck.conformance.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a server busy as a plan says, and measures it. One run; blocks the caller until it is over.
 */
public final class Load {
  private static final int MOST_MOMENTS = 20;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration GLIMPSE = Duration.ofMillis(200);

  private final LoadPlan plan;
  private final ProcessMeter meter;
  private final Progress progress;
  private final Tallies tallies = new Tallies();
  private final CountDownLatch interrupted = new CountDownLatch(1);

  /**
   * A run that has not begun.
   *
   * @param pid the server's process, when it runs on this machine
   */
  public Load(LoadPlan plan, OptionalLong pid, Progress progress) {
    this.plan = plan;
    this.meter = new ProcessMeter(pid);
    this.progress = progress;
  }

  /** Ends the run early; what was measured so far counts. May be called from anywhere. */
  public void stop() {
    interrupted.countDown();
  }

  /** Holds the sessions. */
  public LoadResults run() {
    List<Moment> moments = new ArrayList<>();
    Tally all = new Tally();
    try (Swarm swarm = new Swarm(plan.target(), new Casting(plan, tallies), tallies)) {
      swarm.gather(plan.pressure());
      if (pass(swarm, plan.warmUp())) {
        measure(swarm, all, moments);
      }
    }
    return new LoadResults(moments, whole(all, moments));
  }

  private void measure(Swarm swarm, Tally all, List<Moment> moments) {
    Duration end = plan.duration();
    Duration left = end.minus(plan.warmUp());
    long many = Math.max(1, Math.min(MOST_MOMENTS, left.dividedBy(SHORTEST)));
    tallies.turnOver();
    boolean more = true;
    for (int i = 1; i <= many && more; i++) {
      Duration from = Duration.ofNanos(swarm.now());
      Optional<Duration> before = meter.cpu();
      tallies.now().sessions(swarm.open());
      more = pass(swarm, plan.warmUp().plus(left.multipliedBy(i).dividedBy(many)));
      Tally tally = tallies.turnOver();
      all.add(tally);
      Moment moment =
          new Moment(
              from,
              Duration.ofNanos(swarm.now()),
              tally.figures(),
              meter.cpu().flatMap(after -> before.map(after::minus)),
              meter.resident());
      moments.add(moment);
      progress.passed(moment);
    }
  }

  private static Moment whole(Tally all, List<Moment> moments) {
    if (moments.isEmpty()) {
      return new Moment(
          Duration.ZERO, Duration.ZERO, all.figures(), Optional.empty(), OptionalLong.empty());
    }
    Moment last = moments.get(moments.size() - 1);
    return new Moment(
        moments.get(0).from(),
        last.to(),
        all.figures(),
        moments.stream().map(Moment::cpu).reduce(Optional.of(Duration.ZERO), Load::sum),
        last.resident());
  }

  private static Optional<Duration> sum(Optional<Duration> one, Optional<Duration> other) {
    return one.flatMap(first -> other.map(first::plus));
  }

  /** Lets time pass up to this moment of the run; false when it was stopped. */
  private boolean pass(Swarm swarm, Duration until) {
    try {
      long left = until.toNanos() - swarm.now();
      while (left > 0) {
        if (interrupted.await(Math.min(left, GLIMPSE.toNanos()), TimeUnit.NANOSECONDS)) {
          return false;
        }
        progress.going(Duration.ofNanos(swarm.now()), swarm.open());
        left = until.toNanos() - swarm.now();
      }
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
