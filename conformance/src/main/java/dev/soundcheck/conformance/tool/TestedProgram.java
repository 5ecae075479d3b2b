package dev.soundcheck.conformance.tool;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program under test that runs: what it wrote, how it ended, and that nothing of it stays.
 *
 * <p>What it starts belongs to it, in whatever session and with whatever parent, and is watched
 * until nothing of it is left. Whoever starts it closes it, also when it has ended: it may have
 * left children. A JVM that ends stops its programs first; one that is killed cannot.
 */
public final class TestedProgram implements AutoCloseable {
  /** A child that loses its parent sooner is known by other things; see {@link Family}. */
  private static final long LOOKS_EVERY_MS = 100;

  /**
   * What it wrote before it ended is in the pipe; children that hold the pipe are not waited for.
   */
  private static final Duration LAST_WORDS = Duration.ofMillis(500);

  private final Reading reading;
  private final Process process;
  private final Family family;
  private final Duration grace;
  private final long began = System.nanoTime();
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(1, TestedProgram::daemon);
  private final Stopping stopping;
  private final ScheduledFuture<?> looks;
  private final CompletableFuture<End> end;
  private final CompletableFuture<Set<ProcessHandle>> left = new CompletableFuture<>();
  private boolean nobodyBefore;

  private TestedProgram(Reading reading, Duration grace) {
    this.reading = reading;
    this.process = reading.process();
    this.family = reading.family();
    this.grace = grace;
    stopping = new Stopping(family, grace, watch);
    end = whenEnded();
    looks =
        watch.scheduleWithFixedDelay(
            this::look, LOOKS_EVERY_MS, LOOKS_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /**
   * Starts it.
   *
   * @param grace how long it may take to end when it is asked to, before it is killed
   * @throws UnstartableException when it cannot be started
   */
  public static TestedProgram start(Launch launch, Duration grace) throws UnstartableException {
    CompletableFuture<Optional<TestedProgram>> started = new CompletableFuture<>();
    LastWill will = LastWill.of(() -> started.join().ifPresent(TestedProgram::close));
    try {
      TestedProgram program = new TestedProgram(Reading.begin(launch), grace);
      var unused = program.left.thenRun(will::revoke);
      started.complete(Optional.of(program));
      return program;
    } finally {
      if (started.complete(Optional.empty())) {
        will.revoke();
      }
    }
  }

  /** Both outputs in their order, so far; all of them once it has ended. */
  public String output() {
    return reading.output().text();
  }

  /** When the program itself has ended, whatever it left, and what it wrote is there. */
  public CompletableFuture<End> end() {
    return end.copy();
  }

  /** Ends it and all that came of it; done when nobody is left. Asked again, it is the same. */
  public CompletableFuture<End> stop() {
    try {
      watch.execute(this::beginStopping);
    } catch (RejectedExecutionException nobodyIsLeft) {
      return end();
    }
    return left.thenCompose(nobody -> end());
  }

  /** The numbers of those that could not be ended, such as another user's; empty before. */
  public List<Long> survivors() {
    return left.getNow(Set.of()).stream().map(ProcessHandle::pid).toList();
  }

  /** Stops it and waits for that; who is interrupted leaves it to go on by itself. */
  @Override
  public void close() {
    Duration most = grace.plus(Stopping.GIVES_UP_AFTER).plus(LAST_WORDS.multipliedBy(2));
    try {
      var unused = stop().get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException endless) {
      return; // the survivors are told
    }
  }

  private CompletableFuture<End> whenEnded() {
    return process
        .onExit()
        .thenApply(ended -> ended(how()))
        .thenCompose(
            ended ->
                reading
                    .end()
                    .completeOnTimeout(null, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(all -> ended));
  }

  private End ended(End.How how) {
    int status = process.isAlive() ? 0 : process.exitValue();
    return new End(how, status, Duration.ofNanos(System.nanoTime() - began));
  }

  private End.How how() {
    if (stopping.hasKilled(process.toHandle())) {
      return End.How.KILLED;
    }
    return stopping.hasAsked(process.toHandle()) ? End.How.WHEN_ASKED : End.How.BY_ITSELF;
  }

  /** Nobody twice, for the reason that {@link Stopping} has. */
  private void look() {
    Set<ProcessHandle> alive = family.look();
    if (alive.isEmpty()) {
      alive = family.search();
    }
    if (alive.isEmpty() && nobodyBefore) {
      over(alive);
    }
    nobodyBefore = alive.isEmpty();
  }

  private void beginStopping() {
    if (looks.cancel(false)) {
      var unused = stopping.begin().thenAccept(this::over);
    }
  }

  private void over(Set<ProcessHandle> survivors) {
    if (survivors.contains(process.toHandle())) {
      end.complete(ended(End.How.NOT_AT_ALL));
    }
    left.complete(survivors);
    watch.shutdown();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "tested-program");
    thread.setDaemon(true);
    return thread;
  }
}
