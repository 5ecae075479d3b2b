package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.schemas.TraceWriter;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Unmet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes all that is seen as it is seen, so that a conversation that breaks off has its trace. */
final class TraceFile implements Watcher, AutoCloseable {
  private final Optional<TraceWriter> writer;
  private final Watcher next;

  private TraceFile(Optional<TraceWriter> writer, Watcher next) {
    this.writer = writer;
    this.next = next;
  }

  /** Writes to a file, in place of what it held, and tells the next watcher everything too. */
  static TraceFile to(Optional<Path> file, TraceHeader header, Watcher next) throws IOException {
    return file.isEmpty()
        ? new TraceFile(Optional.empty(), next)
        : new TraceFile(
            Optional.of(new TraceWriter(Files.newOutputStream(file.get()), header)), next);
  }

  @Override
  public void saw(Observed observed, List<Finding> findings) {
    writer.ifPresent(file -> file.write(observed));
    next.saw(observed, findings);
  }

  @Override
  public void began(Duration at, Act turn) {
    next.began(at, turn);
  }

  @Override
  public void waits(Duration at, String waitsFor) {
    next.waits(at, waitsFor);
  }

  @Override
  public void missed(Unmet line) {
    next.missed(line);
  }

  @Override
  public void close() {
    writer.ifPresent(TraceWriter::close);
  }
}
