package dev.soundcheck.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** One parser reading its inputs, on a thread of its own, so that a hanging one is noticed. */
final class FuzzRun {
  /** After so many different failures there is enough to do. */
  private static final int MOST_FAILURES = 10;

  /** A stack that overflowed is long. */
  private static final int MOST_FRAMES = 30;

  /** What a heap may have more at the end than halfway; what each input leaves adds up to more. */
  private static final long MOST_KEPT = 32L << 20;

  /** Of so many inputs some are still what a parser can read. */
  private static final int ENOUGH = 1_000;

  private final String name;
  private final IntFunction<byte[]> inputs;
  private final FuzzSettings settings;
  private final Parser parser;
  private final Map<String, String> failures = new LinkedHashMap<>();
  private volatile int number = -1;
  private int taken;
  private long halfway;
  private long kept;

  FuzzRun(String name, IntFunction<byte[]> inputs, FuzzSettings settings, Parser parser) {
    this.name = name;
    this.inputs = inputs;
    this.settings = settings;
    this.parser = parser;
  }

  /** One input alone, on the caller's thread, which a debugger follows. */
  void one(int only) {
    read(only);
    report();
  }

  void all() {
    long start = System.nanoTime();
    Thread reader = new Thread(this::readAll, "fuzz " + name);
    reader.setDaemon(true);
    reader.start();
    await(reader);
    report();
    long nanos = (System.nanoTime() - start) / Math.max(1, settings.inputs());
    System.out.printf(
        "fuzz %s: %,d inputs of seed %d, %,d taken, %,d µs each, heap %+,d KiB%n",
        name, settings.inputs(), settings.seed(), taken, nanos / 1_000, kept >> 10);
  }

  private void readAll() {
    int half = settings.inputs() / 2;
    for (int i = 0; i < settings.inputs() && failures.size() < MOST_FAILURES; i++) {
      if (i == half) {
        halfway = heap();
      }
      read(i);
    }
    kept = heap() - halfway;
    if (taken == 0 && settings.inputs() >= ENOUGH && failures.isEmpty()) {
      failures.put("taken", "no input was taken, so nothing behind the first refusal was reached");
    }
    if (kept > MOST_KEPT && failures.isEmpty()) {
      failures.put("kept", "the parser keeps what it read: %,d bytes".formatted(kept));
    }
  }

  @SuppressWarnings("CatchingUnchecked") // whatever escapes is the finding, errors too
  private void read(int i) {
    number = i;
    byte[] input = inputs.apply(i);
    try {
      taken += parser.takes(input) ? 1 : 0;
    } catch (Throwable escaped) {
      failures.computeIfAbsent(kind(escaped), kind -> told(i, input, trace(escaped)));
    }
  }

  private void await(Thread reader) {
    int last = -1;
    while (reader.isAlive()) {
      try {
        reader.join(settings.patience().toMillis());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError("fuzz " + name + " was interrupted", stopped);
      }
      if (reader.isAlive() && number == last) {
        throw new AssertionError(hanging(last, reader));
      }
      last = number;
    }
  }

  private String hanging(int last, Thread reader) {
    Duration patience = settings.patience();
    StringBuilder frames = new StringBuilder("no answer in %s at".formatted(patience));
    Arrays.stream(reader.getStackTrace())
        .limit(MOST_FRAMES)
        .forEach(frame -> frames.append("\n\tat ").append(frame));
    return told(last, inputs.apply(last), frames.toString());
  }

  private void report() {
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n\n", failures.values()));
    }
  }

  private String told(int i, byte[] input, String what) {
    Path file = settings.folder().resolve("%s-%d-%d".formatted(name, settings.seed(), i));
    try {
      Files.createDirectories(settings.folder());
      Files.write(file, input);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return "fuzz %s: input %d of seed %d (%s), again with -Dfuzz.seed=%d -Dfuzz.only=%d: %s"
        .formatted(name, i, settings.seed(), file, settings.seed(), i, what);
  }

  /** Failures with the same exception from the same place are one. */
  private static String kind(Throwable escaped) {
    StackTraceElement[] frames = escaped.getStackTrace();
    String ours = "";
    for (int i = frames.length - 1; i >= 0; i--) {
      if (frames[i].getClassName().startsWith("dev.soundcheck.")) {
        ours = frames[i].toString();
      }
    }
    return escaped.getClass() + ours;
  }

  private static String trace(Throwable escaped) {
    StringWriter words = new StringWriter();
    escaped.printStackTrace(new PrintWriter(words));
    return String.join("\n", words.toString().lines().limit(MOST_FRAMES).toList());
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
