package dev.soundcheck.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads whole traces as {@link TraceWriter} writes them; {@link TraceStream} reads those that may
 * be larger than memory.
 */
public final class TraceReader {
  /** So many wrong lines are told; a file with more is something else. */
  private static final int MOST_PROBLEMS = 100;

  private TraceReader() {}

  /**
   * The trace in a file. A last line that is cut is left out, and a note says so.
   *
   * @throws TraceException if a line is none of a trace; names all such lines, up to 100
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Trace read(Path file) {
    try (TraceStream trace = TraceStream.open(file)) {
      return all(trace);
    }
  }

  /**
   * The trace in a stream, which stays open.
   *
   * @param name what the stream is called in notes and problems
   * @throws TraceException if a line is none of a trace; names all such lines, up to 100
   * @throws IOException if the stream cannot be read
   */
  @SuppressWarnings("MustBeClosedChecker") // the caller's stream stays open
  public static Trace read(String name, InputStream in) throws IOException {
    try {
      return all(new TraceStream(name, in));
    } catch (UncheckedIOException broken) {
      throw new IOException(broken.getMessage(), broken);
    }
  }

  private static Trace all(TraceStream trace) {
    List<Observed> seen = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    while (problems.size() < MOST_PROBLEMS && trace.hasNext()) {
      try {
        seen.add(trace.next());
      } catch (TraceException wrong) {
        problems.addAll(wrong.problems());
      }
    }
    if (problems.size() == MOST_PROBLEMS) {
      problems.add("more lines may be wrong; reading ended here");
    }
    if (!problems.isEmpty()) {
      throw new TraceException(problems);
    }
    return new Trace(trace.header(), seen, trace.notes());
  }
}
