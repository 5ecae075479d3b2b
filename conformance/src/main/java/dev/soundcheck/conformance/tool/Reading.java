package dev.soundcheck.conformance.tool;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that runs, and the thread that started it and reads what it writes.
 *
 * <p>When a process ends, Java takes what is left in its pipe and closes it, so that children that
 * the process left cannot write any more; and it does so under the lock of the stream. Hence the
 * reader has that lock from the start to the end of what is written, and nobody comes between.
 */
final class Reading {
  /** As much as a pipe holds on Linux. */
  private static final int GULP = 64 * 1024;

  /**
   * Between two gulps. Who writes without end gets rid of 64 MB a second, and leaves the processors
   * to the others; without a breath it and its reader keep two of them busy.
   */
  private static final long BREATH = Duration.ofMillis(1).toNanos();

  private final Process process;
  private final Family family;
  private final KeptOutput output = new KeptOutput();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private Reading(Process process, Mark mark) {
    this.process = process;
    this.family = new Family(process.toHandle(), mark, ProcFolder.OF_THIS_MACHINE);
  }

  /** Starts the program with a mark of its own. */
  static Reading begin(Launch launch) throws UnstartableException {
    CompletableFuture<Reading> begun = new CompletableFuture<>();
    Thread thread = new Thread(() -> run(launch, begun), "tested-program-output");
    thread.setDaemon(true);
    thread.start();
    try {
      return begun.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof UnstartableException unstartable) {
        throw unstartable;
      }
      throw failed;
    }
  }

  private static void run(Launch launch, CompletableFuture<Reading> begun) {
    try {
      Mark mark = Mark.unique();
      Process process = launch.begin(mark);
      synchronized (process.getInputStream()) {
        Reading reading = new Reading(process, mark);
        begun.complete(reading);
        reading.readAll();
      }
    } catch (UnstartableException | RuntimeException failed) {
      begun.completeExceptionally(failed);
    }
  }

  Process process() {
    return process;
  }

  Family family() {
    return family;
  }

  KeptOutput output() {
    return output;
  }

  /** Done when nobody writes any more. */
  CompletableFuture<Void> end() {
    return end;
  }

  /** A pipe that breaks has ended. */
  private void readAll() {
    byte[] gulp = new byte[GULP];
    try (InputStream from = process.getInputStream()) {
      for (int count = from.read(gulp); count >= 0; count = from.read(gulp)) {
        output.add(gulp, count);
        LockSupport.parkNanos(BREATH);
      }
    } catch (IOException broken) {
      return;
    } finally {
      end.complete(null);
    }
  }
}
