package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what was found and how many connections are over, and passes all on to the screen. */
final class ReplayAudience implements ServerListener {
  private final ReplayScreen screen;
  private final AtomicLong findings = new AtomicLong();
  private final AtomicLong left;
  private final CountDownLatch over = new CountDownLatch(1);

  /** An audience that goes when so many connections are over. */
  ReplayAudience(ReplayScreen screen, long connections) {
    this.screen = screen;
    this.left = new AtomicLong(connections);
  }

  @Override
  public void opened(OpenedConnection connection) {
    screen.opened(connection);
  }

  @Override
  public void observed(Observed observed) {
    screen.observed(observed);
    if (observed instanceof Observed.Closed && left.decrementAndGet() == 0) {
      over.countDown();
    }
  }

  @Override
  public void found(ConnectionFinding finding) {
    findings.incrementAndGet();
    screen.found(finding);
  }

  @Override
  public void waits(int connection, Duration at, String what) {
    screen.waits(connection, at, what);
  }

  long findings() {
    return findings.get();
  }

  /** Ctrl-C ends the process; a test interrupts the thread, and closing must not see that again. */
  void untilOver() {
    try {
      over.await();
    } catch (InterruptedException stopped) {
      return;
    }
  }
}
