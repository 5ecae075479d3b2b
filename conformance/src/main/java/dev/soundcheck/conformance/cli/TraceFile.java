package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.TraceWriter;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes all that is seen as it is seen, so that a conversation that breaks off has its trace. */
final class TraceFile implements Watcher, AutoCloseable {
  private final Optional<TraceWriter> writer;
  private final Optional<SideWavs> sound;
  private final Watcher next;

  private TraceFile(Optional<TraceWriter> writer, Optional<SideWavs> sound, Watcher next) {
    this.writer = writer;
    this.sound = sound;
    this.next = next;
  }

  /** Writes there, with the sound of both sides beside it, and tells the next watcher too. */
  static TraceFile to(TraceWriter writer, Optional<SideWavs> sound, Watcher next) {
    return new TraceFile(Optional.of(writer), sound, next);
  }

  /** Only tells the next watcher. */
  static TraceFile nowhere(Watcher next) {
    return new TraceFile(Optional.empty(), Optional.empty(), next);
  }

  @Override
  public void saw(Observed observed, List<Finding> findings) {
    writer.ifPresent(file -> file.write(observed));
    sound.ifPresent(files -> files.saw(observed));
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
    sound.ifPresent(SideWavs::close);
  }
}
