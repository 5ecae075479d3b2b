package dev.soundcheck.schemas;

import java.nio.file.Path;

/** A program that reads a trace as a stream, and says how many lines of it there are. */
final class CountedTrace {
  private CountedTrace() {}

  public static void main(String[] args) {
    long lines = 0;
    try (TraceStream trace = TraceStream.open(Path.of(args[0]))) {
      while (trace.hasNext()) {
        trace.next();
        lines++;
      }
      System.out.println(lines + " " + trace.notes());
    }
  }
}
