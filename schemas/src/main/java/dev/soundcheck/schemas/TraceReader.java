package dev.soundcheck.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads traces as {@link TraceWriter} writes them. */
public final class TraceReader {
  private static final int BLOCK = 65_536;

  private final String name;
  private final List<Observed> seen = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable TraceHeader header;
  private int number;

  private TraceReader(String name) {
    this.name = name;
  }

  /**
   * The trace in a file. A last line that is cut is left out, and a note says so.
   *
   * @throws TraceException if a line is none of a trace; names all such lines
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Trace read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (NoSuchFileException absent) {
      throw unreadable(file, "there is no such file", absent);
    } catch (IOException unreadable) {
      throw unreadable(file, String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  private static UncheckedIOException unreadable(Path file, String why, IOException cause) {
    return new UncheckedIOException("trace " + file + " cannot be read: " + why, cause);
  }

  /**
   * The trace in a stream, which stays open.
   *
   * @param name what the stream is called in notes and problems
   * @throws TraceException if a line is none of a trace; names all such lines
   * @throws IOException if the stream cannot be read
   */
  public static Trace read(String name, InputStream in) throws IOException {
    return new TraceReader(name).all(in);
  }

  private Trace all(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK];
    for (int length = in.read(block); length >= 0; length = in.read(block)) {
      int start = 0;
      for (int i = 0; i < length; i++) {
        if (block[i] == '\n') {
          line.write(block, start, i - start);
          take(line.toString(StandardCharsets.UTF_8), true);
          line.reset();
          start = i + 1;
        }
      }
      line.write(block, start, length - start);
    }
    take(line.toString(StandardCharsets.UTF_8), false);
    return trace();
  }

  private void take(String line, boolean ended) {
    if (line.isBlank()) {
      number += ended ? 1 : 0;
      return;
    }
    number++;
    Optional<JsonNode> json = Json.parse(line);
    if (json.isPresent()) {
      take(json.get());
    } else if (ended || header == null) {
      problem("expected a JSON object on one line, found " + Words.quoted(line));
    } else {
      notes.add(where() + "the last line is cut and left out; the trace ends with the one before");
    }
  }

  private void take(JsonNode line) {
    try {
      if (header == null && problems.isEmpty()) {
        header = TraceLine.header(line);
      } else {
        seen.add(TraceLine.seen(line));
      }
    } catch (TraceException wrong) {
      problem(String.valueOf(wrong.getMessage()));
    }
  }

  private Trace trace() {
    if (header == null && problems.isEmpty()) {
      number = 1;
      problem("expected the header of a trace, found an empty file");
    }
    if (header == null || !problems.isEmpty()) {
      throw new TraceException(problems);
    }
    return new Trace(header, seen, notes);
  }

  private void problem(String what) {
    problems.add(where() + what);
  }

  private String where() {
    return name + ":" + number + ": ";
  }
}
