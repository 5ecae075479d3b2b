package dev.soundcheck.conformance.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a conversation that Ctrl-C interrupts come to its end, with its summary, for a moment. */
final class Farewell implements AutoCloseable {
  private static final int MOMENT_SECONDS = 8;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook;

  /** Calls {@code leave} when the process is told to end, and then waits to be closed. */
  Farewell(Runnable leave) {
    this.hook = new Thread(() -> end(leave), "farewell");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The process ends already, and the hook with it.
    }
  }

  private void end(Runnable leave) {
    leave.run();
    try {
      var unused = over.await(MOMENT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
