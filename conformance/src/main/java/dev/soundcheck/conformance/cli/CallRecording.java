package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A call as it was at the client's end, as a stereo WAV: left what its microphone recorded, right
 * what its loudspeaker played. Both sides are kept beside the file until the call is over.
 */
final class CallRecording implements AutoCloseable {
  private final Path file;
  private final Path left;
  private final Path right;
  private final LaidTrack user;
  private final LaidTrack assistant;

  CallRecording(Path file) throws IOException {
    this.file = file;
    this.left = file.resolveSibling(file.getFileName() + ".left.part");
    this.right = file.resolveSibling(file.getFileName() + ".right.part");
    this.user = new LaidTrack(left, AudioFormat.DEFAULT.rate());
    this.assistant = new LaidTrack(right, AudioFormat.DEFAULT.rate());
  }

  void said(Duration at, Pcm sound) {
    write(() -> user.lay(at, sound));
  }

  void played(Duration at, Pcm sound) {
    write(() -> assistant.lay(at, sound));
  }

  void fellSilent(Duration at) {
    write(() -> assistant.cut(at));
  }

  @Override
  public void close() {
    write(
        () -> {
          user.close();
          assistant.close();
          StereoWav.write(file, left, right);
          Files.delete(left);
          Files.delete(right);
        });
  }

  /** Something that a full disk stops. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private void write(Writing step) {
    try {
      step.run();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "%s cannot be written: %s".formatted(file, unwritable.getMessage()), unwritable);
    }
  }
}
