package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.conformance.client.Drop;
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
  private final Optional<CallRecording> call;
  private final Watcher next;

  /** Writes what is wanted, and tells the next watcher too. */
  TraceFile(
      Optional<TraceWriter> writer,
      Optional<SideWavs> sound,
      Optional<CallRecording> call,
      Watcher next) {
    this.writer = writer;
    this.sound = sound;
    this.call = call;
    this.next = next;
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
  public void said(Duration at, Pcm pcm) {
    call.ifPresent(file -> file.said(at, pcm));
    next.said(at, pcm);
  }

  @Override
  public void played(Duration at, Pcm pcm) {
    call.ifPresent(file -> file.played(at, pcm));
    next.played(at, pcm);
  }

  @Override
  public void fellSilent(Duration at) {
    call.ifPresent(file -> file.fellSilent(at));
    next.fellSilent(at);
  }

  @Override
  public void waits(Duration at, String waitsFor) {
    next.waits(at, waitsFor);
  }

  @Override
  public void dropped(Drop drop) {
    next.dropped(drop);
  }

  @Override
  public void unheard(Duration at, Finding finding) {
    next.unheard(at, finding);
  }

  @Override
  public void missed(Unmet line) {
    next.missed(line);
  }

  @Override
  public void close() {
    writer.ifPresent(TraceWriter::close);
    sound.ifPresent(SideWavs::close);
    call.ifPresent(CallRecording::close);
  }
}
