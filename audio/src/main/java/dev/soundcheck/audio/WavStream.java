package dev.soundcheck.audio;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * A WAV file read as it is needed, with the encodings that {@link Wav} reads, mixed to mono: ten
 * hours of sound take no more memory than a second.
 */
public final class WavStream implements SoundSource {
  /** Taken from the file at once, in bytes. */
  private static final int MOST_BYTES = 1 << 20;

  private final FileChannel file;
  private final StoredBytes bytes;
  private final WavLayout layout;
  private long taken;

  private WavStream(FileChannel file, StoredBytes bytes, WavLayout layout) {
    this.file = file;
    this.bytes = bytes;
    this.layout = layout;
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws AudioException when it is no WAV this reads: which file, what was expected, what found
   * @throws IOException when the file cannot be read at all
   */
  public static WavStream open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      StoredBytes bytes = StoredBytes.in(channel);
      return new WavStream(channel, bytes, new WavReader(file.toString(), bytes).layout());
    } catch (AudioException | IOException unreadable) {
      channel.close();
      throw unreadable;
    }
  }

  @Override
  public int rate() {
    return layout.format().rate();
  }

  /** How long all of the sound is. */
  public Duration duration() {
    return Pcm.lasting(layout.bytes() / layout.format().frame(), rate());
  }

  /** What is odd about the file though it can be read, such as sound that its header promises. */
  public Optional<String> remark() {
    return layout.remark();
  }

  @Override
  public Pcm next(int most) throws IOException {
    int frame = layout.format().frame();
    long wanted = Math.min((long) most * frame, MOST_BYTES / frame * (long) frame);
    int length = (int) Math.min(wanted, layout.bytes() - taken);
    Pcm piece = layout.format().mono(bytes.at(layout.at() + taken, length));
    taken += (long) piece.length() * frame;
    return piece;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
