package dev.soundcheck.schemas;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a trace holds, one thing at a time, so that a trace may be larger than memory. Not for use
 * by several threads.
 */
public final class TraceStream implements Iterator<Observed>, Closeable {
  private final String name;
  private final InputStream in;
  private final NumberedLines lines;
  private final TraceHeader header;
  private Optional<NumberedLines.Line> next;
  private List<String> notes = List.of();

  /**
   * Reads the header; closing this closes {@code in}.
   *
   * @param name what the stream is called in notes and problems
   * @throws TraceException if the first line is no header
   * @throws UncheckedIOException if the stream cannot be read
   */
  public TraceStream(String name, InputStream in) {
    this.name = name;
    this.in = in;
    lines = new NumberedLines(in);
    NumberedLines.Line first = line().orElseThrow(this::empty);
    header = read(first, TraceLine::header);
    next = line();
  }

  /**
   * Opens a file.
   *
   * @throws TraceException if its first line is no header
   * @throws UncheckedIOException if it cannot be read
   */
  public static TraceStream open(Path file) {
    InputStream in = opened(file);
    try {
      return new TraceStream(file.toString(), in);
    } catch (RuntimeException wrong) {
      try (in) {
        throw wrong;
      } catch (IOException alsoWrong) {
        throw unreadable(file.toString(), String.valueOf(alsoWrong.getMessage()), alsoWrong);
      }
    }
  }

  private static InputStream opened(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException absent) {
      throw unreadable(file.toString(), "there is no such file", absent);
    } catch (IOException unreadable) {
      throw unreadable(file.toString(), String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  /** The first line of the trace: whose sessions it has, when they were, and what was left out. */
  public TraceHeader header() {
    return header;
  }

  /** Whether there is more; a last line that is cut is no more, and a note says so. */
  @Override
  public boolean hasNext() {
    if (next.filter(this::isCut).isPresent()) {
      notes =
          List.of(
              where(next.orElseThrow())
                  + "the last line is cut and left out; the trace ends with the one before");
      next = Optional.empty();
    }
    return next.isPresent();
  }

  /**
   * The next thing seen.
   *
   * @throws TraceException if the line is none of a trace; the one after it can still be read
   */
  @Override
  public Observed next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the trace " + name + " has no more lines");
    }
    NumberedLines.Line line = next.orElseThrow();
    next = line();
    return read(line, TraceLine::seen);
  }

  /** What a reader should know; complete when {@link #hasNext} is false. */
  public List<String> notes() {
    return notes;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException broken) {
      throw unreadable(name, String.valueOf(broken.getMessage()), broken);
    }
  }

  private boolean isCut(NumberedLines.Line line) {
    return !line.ended() && !line.tooLong() && Json.parse(line.text()).isEmpty();
  }

  private interface Meaning<T> {
    T of(JsonNode json);
  }

  private <T> T read(NumberedLines.Line line, Meaning<T> meaning) {
    if (line.tooLong()) {
      throw problem(
          line,
          "expected a line of at most %d MiB, found a longer one"
              .formatted(NumberedLines.LONGEST >> 20));
    }
    JsonNode json =
        Json.parse(line.text())
            .orElseThrow(
                () ->
                    problem(
                        line,
                        "expected a JSON object on one line, found "
                            + Words.quoted(line.text().strip())));
    try {
      return meaning.of(json);
    } catch (TraceException wrong) {
      throw problem(line, String.valueOf(wrong.getMessage()));
    }
  }

  private Optional<NumberedLines.Line> line() {
    try {
      return lines.next();
    } catch (IOException broken) {
      throw unreadable(name, String.valueOf(broken.getMessage()), broken);
    }
  }

  private TraceException empty() {
    return new TraceException(
        List.of(name + ":1: expected the header of a trace, found an empty file"));
  }

  private TraceException problem(NumberedLines.Line line, String what) {
    return new TraceException(List.of(where(line) + what));
  }

  private String where(NumberedLines.Line line) {
    return name + ":" + line.number() + ": ";
  }

  private static UncheckedIOException unreadable(String name, String why, IOException cause) {
    return new UncheckedIOException("trace " + name + " cannot be read: " + why, cause);
  }
}
