package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.hearing.Sides;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.TraceAudio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Both sides of a conversation as WAV files beside its trace, each on the time line of the
 * conversation. The server's is what a person hears: what has not been played yet is dropped when
 * the server hears speech, and when the client cancels, as clients do (clients.md).
 */
final class SideWavs implements AutoCloseable {
  private final List<Path> files;
  private final Sides sides = new Sides(TraceAudio.KEPT);
  private final SoundTrack client;
  private final SoundTrack server;

  private SideWavs(List<Path> files) {
    this.files = files;
    this.client = new SoundTrack(files.get(0));
    this.server = new SoundTrack(files.get(1));
  }

  /** For a trace {@code talk.ndjson} these are {@code talk.client.wav} and the server's. */
  static SideWavs beside(Path trace) {
    String name = trace.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return new SideWavs(
        List.of(
            trace.resolveSibling(name + ".client.wav"),
            trace.resolveSibling(name + ".server.wav")));
  }

  List<Path> files() {
    return files;
  }

  /**
   * Takes one thing that was seen.
   *
   * @throws UncheckedIOException when a file cannot be written
   */
  void saw(Observed seen) {
    try {
      Optional<Sides.Piece> piece = sides.hear(seen);
      if (piece.isPresent()) {
        lay(piece.get());
      }
      if (Sides.silences(seen)) {
        server.fallSilent(seen.at());
      }
    } catch (IOException unwritable) {
      throw unwritable(unwritable);
    }
  }

  private void lay(Sides.Piece piece) throws IOException {
    SoundTrack track = piece.from() == Origin.CLIENT ? client : server;
    if (piece.sound().isPresent()) {
      track.sound(piece.at(), piece.sound().get());
    }
  }

  @Override
  public void close() {
    try {
      client.close();
      server.close();
    } catch (IOException unwritable) {
      throw unwritable(unwritable);
    }
  }

  private UncheckedIOException unwritable(IOException why) {
    return new UncheckedIOException(
        "%s cannot be written: %s"
            .formatted(files.get(0).resolveSibling("*.wav"), why.getMessage()),
        why);
  }
}
