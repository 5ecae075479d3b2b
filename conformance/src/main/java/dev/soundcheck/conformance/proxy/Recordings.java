package dev.soundcheck.conformance.proxy;

import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.schemas.TraceWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of traces, one for each connection, and the threads that write and judge them. */
final class Recordings implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ProxyOptions.Traces traces;
  private final Profile profile;
  private final String tool;
  private final ProxyListener listener;
  private final AtomicInteger connections = new AtomicInteger();
  private final Scribes scribes = new Scribes();

  /**
   * Recordings in a folder.
   *
   * @throws UncheckedIOException when the folder cannot be made
   */
  Recordings(ProxyOptions.Traces traces, Profile profile, String tool, ProxyListener listener) {
    this.traces = traces;
    this.profile = profile;
    this.tool = tool;
    this.listener = listener;
    try {
      Files.createDirectories(traces.folder());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "%s: expected a folder for traces, but it cannot be made: %s"
              .formatted(traces.folder(), unwritable),
          unwritable);
    }
    scribes.judge().execute(() -> EventValidator.of(profile).warm());
  }

  /**
   * Begins the next one.
   *
   * @param shown keys that the client shows, which are left out wherever they are repeated
   * @throws UncheckedIOException when its file cannot be written
   */
  Recording begin(URI target, List<Pattern> shown) {
    int connection = connections.incrementAndGet();
    Instant now = Instant.now();
    long began = System.nanoTime();
    TraceHeader header = TraceHeader.of(now, target.toString(), profile, tool).with(traces.audio());
    int number = connection;
    while (true) {
      Path file = traces.folder().resolve("%s-%03d.ndjson".formatted(TIME.format(now), number));
      try {
        TraceWriter trace = TraceWriter.create(file, header, left(shown));
        scribes.judge().execute(() -> listener.opened(connection, target, file));
        return new Recording(
            connection,
            trace,
            EventValidator.of(profile),
            listener,
            scribes,
            () -> Duration.ofNanos(System.nanoTime() - began));
      } catch (UncheckedIOException failure) {
        if (!(failure.getCause() instanceof FileAlreadyExistsException)) {
          scribes.judge().execute(() -> listener.unwritable(connection, refused(failure)));
          throw failure;
        }
        number++;
      }
    }
  }

  private List<Pattern> left(List<Pattern> shown) {
    return Stream.concat(traces.redacted().stream(), shown.stream()).toList();
  }

  private static String refused(UncheckedIOException failure) {
    return failure.getMessage() + "; the client is refused with 502";
  }

  /** A request that was no upgrade. */
  void forwarded(String method, String path, int status) {
    scribes.judge().execute(() -> listener.forwarded(method, path, status));
  }

  /** Writes what is still to be written. */
  @Override
  public void close() {
    scribes.close();
  }
}
