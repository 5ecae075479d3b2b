package dev.soundcheck.schemas;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes a trace as NDJSON, a line for each thing seen. Each line leaves this process before {@link
 * #write} returns, so whatever ends the program, all but the last line is there. Keys and tokens
 * are replaced on the way. Safe for use by many threads.
 */
public final class TraceWriter implements Closeable {
  private final OutputStream out;

  private final TraceLines lines;

  /** Writes the header at once; closing this closes {@code out}. */
  public TraceWriter(OutputStream out, TraceHeader header) {
    this(out, header, List.of());
  }

  /**
   * Writes the header at once; closing this closes {@code out}.
   *
   * @param redacted what is replaced wherever it matches in text that is no audio, beside keys and
   *     tokens
   */
  public TraceWriter(OutputStream out, TraceHeader header, List<Pattern> redacted) {
    this.out = out;
    lines = new TraceLines(new Redaction(redacted), header.audio());
    append(lines.of(header));
  }

  /**
   * Starts a new file.
   *
   * @throws UncheckedIOException if it exists already or cannot be written
   */
  public static TraceWriter create(Path file, TraceHeader header) {
    return create(file, header, List.of());
  }

  /**
   * Starts a new file.
   *
   * @param redacted what is replaced wherever it matches, beside keys and tokens
   * @throws UncheckedIOException if it exists already or cannot be written
   */
  public static TraceWriter create(Path file, TraceHeader header, List<Pattern> redacted) {
    try {
      return begun(file, header, redacted);
    } catch (FileAlreadyExistsException taken) {
      throw new UncheckedIOException(unwritable(file, "it exists already"), taken);
    } catch (NoSuchFileException noFolder) {
      throw new UncheckedIOException(unwritable(file, "its folder does not exist"), noFolder);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable(file, unwritable.getMessage()), unwritable);
    }
  }

  /** A file that cannot hold even its header is no trace, and is taken away. */
  private static TraceWriter begun(Path file, TraceHeader header, List<Pattern> redacted)
      throws IOException {
    OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    try {
      return new TraceWriter(out, header, redacted);
    } catch (UncheckedIOException full) {
      out.close();
      Files.delete(file);
      throw full.getCause();
    }
  }

  private static String unwritable(Path file, @Nullable String why) {
    return "trace " + file + " cannot be written: " + why;
  }

  /**
   * Adds one line.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Observed seen) {
    append(lines.of(seen));
  }

  private void append(JsonNode line) {
    byte[] json =
        halvesEscaped(Json.mapper().writeValueAsString(line)).getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(json, json.length + 1);
    whole[json.length] = '\n';
    synchronized (out) {
      try {
        out.write(whole);
        out.flush();
      } catch (IOException unwritable) {
        throw new UncheckedIOException(
            "the trace cannot be written: " + unwritable.getMessage(), unwritable);
      }
    }
  }

  /** UTF-8 has no half of a surrogate pair; JSON can say one by its escape, and servers do. */
  private static String halvesEscaped(String json) {
    return json.codePoints().noneMatch(TraceWriter::isHalf)
        ? json
        : json.codePoints()
            .mapToObj(c -> isHalf(c) ? "\\u%04x".formatted(c) : Character.toString(c))
            .collect(Collectors.joining());
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "the trace cannot be closed: " + unwritable.getMessage(), unwritable);
    }
  }
}
