package dev.soundcheck.audio;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * A WAV file that grows, 16-bit mono, for sound that may be longer than memory. The file can be
 * read at any time, since {@link Wav} reads files whose sizes are not filled in yet.
 */
public final class WavFile implements Closeable {
  /** The sizes in a WAV file are 32 bits wide; what goes beyond is refused. */
  private static final long MOST_BYTES = (1L << 32) - 64;

  private static final int RIFF_SIZE_AT = 4;
  private static final byte[] SILENCE = new byte[1 << 16];

  private final FileChannel file;
  private final int rate;
  private final int header;
  private long length;

  private WavFile(FileChannel file, int rate) throws IOException {
    this.file = file;
    this.rate = rate;
    byte[] nothing = Wav.bytes(new Pcm(new short[0], rate));
    header = nothing.length;
    write(ByteBuffer.wrap(nothing), 0);
  }

  /**
   * Begins a file, in place of what it held.
   *
   * @param rate samples per second
   */
  public static WavFile create(Path file, int rate) throws IOException {
    return new WavFile(
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE),
        rate);
  }

  /** Samples per second. */
  public int rate() {
    return rate;
  }

  /** How long the sound is by now. */
  public Duration duration() {
    return Pcm.lasting(length, rate);
  }

  /**
   * Adds silence until then; nothing when the sound is longer already.
   *
   * @throws IOException also when the file becomes too large to be a WAV file
   */
  public void silenceUntil(Duration then) throws IOException {
    long missing = (samples(then) - length) * 2;
    while (missing > 0) {
      int piece = (int) Math.min(missing, SILENCE.length);
      append(ByteBuffer.wrap(SILENCE, 0, piece));
      missing -= piece;
    }
  }

  /**
   * Adds sound.
   *
   * @throws IOException also when the file becomes too large to be a WAV file
   * @throws AudioException when the sound has another rate
   */
  public void append(Pcm sound) throws IOException {
    if (sound.rate() != rate) {
      throw new AudioException(
          "expected sound of %d Hz, found %d Hz; resample it first".formatted(rate, sound.rate()));
    }
    append(ByteBuffer.wrap(sound.littleEndian()));
  }

  /** Takes away what comes after then. */
  public void cut(Duration then) throws IOException {
    if (samples(then) < length) {
      length = samples(then);
      file.truncate(header + length * 2);
    }
  }

  /** Fills the sizes in. */
  @Override
  public void close() throws IOException {
    try (file) {
      size(RIFF_SIZE_AT, header - 8 + length * 2);
      size(header - 4, length * 2);
    }
  }

  private long samples(Duration time) {
    return time.toSeconds() * rate + (long) time.toNanosPart() * rate / 1_000_000_000L;
  }

  private void append(ByteBuffer bytes) throws IOException {
    long end = header + length * 2;
    if (end + bytes.remaining() > MOST_BYTES) {
      throw new IOException("a WAV file cannot be longer than 4 GiB");
    }
    length += bytes.remaining() / 2;
    write(bytes, end);
  }

  private void size(long at, long size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    write(bytes.putInt((int) size).flip(), at);
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    long place = at;
    while (bytes.hasRemaining()) {
      place += file.write(bytes, place);
    }
  }
}
