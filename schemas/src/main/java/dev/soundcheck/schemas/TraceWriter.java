package dev.soundcheck.schemas;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes a trace as NDJSON, a line for each thing seen. Each line leaves this process before {@link
 * #write} returns, so whatever ends the program, all but the last line is there. Keys and tokens
 * are replaced on the way. Safe for use by many threads.
 */
public final class TraceWriter implements Closeable {
  private final OutputStream out;

  /** Writes the header at once; closing this closes {@code out}. */
  public TraceWriter(OutputStream out, TraceHeader header) {
    this.out = out;
    append(TraceLines.of(header));
  }

  /**
   * Starts a new file.
   *
   * @throws UncheckedIOException if it exists already or cannot be written
   */
  public static TraceWriter create(Path file, TraceHeader header) {
    try {
      return new TraceWriter(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), header);
    } catch (FileAlreadyExistsException taken) {
      throw new UncheckedIOException(unwritable(file, "it exists already"), taken);
    } catch (NoSuchFileException noFolder) {
      throw new UncheckedIOException(unwritable(file, "its folder does not exist"), noFolder);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable(file, unwritable.getMessage()), unwritable);
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
    append(TraceLines.of(seen));
  }

  private void append(JsonNode line) {
    byte[] json = Json.mapper().writeValueAsBytes(line);
    byte[] whole = Arrays.copyOf(json, json.length + 1);
    whole[json.length] = '\n';
    synchronized (out) {
      try {
        out.write(whole);
        out.flush();
      } catch (IOException unwritable) {
        throw new UncheckedIOException("the trace cannot be written", unwritable);
      }
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException unwritable) {
      throw new UncheckedIOException("the trace cannot be closed", unwritable);
    }
  }
}
