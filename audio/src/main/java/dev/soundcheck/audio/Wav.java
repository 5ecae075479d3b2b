package dev.soundcheck.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * WAV files: integers of 8, 16, 24 and 32 bits, floats of 32 and 64, A-law and mu-law, any rate,
 * any number of channels mixed to mono. A file whose sizes were never filled in, as programs leave
 * it that write into a pipe, gives the sound that is there. {@link WavStream} reads what is longer
 * than memory.
 */
public final class Wav {
  private static final int HEADER = 44;

  /** An hour and a half of CD sound: more is a mistake, and all of it is held in memory. */
  private static final int MOST_BYTES = 1 << 30;

  private Wav() {}

  /**
   * Reads a file at its own rate.
   *
   * @throws AudioException when it is no WAV this reads: which file, what was expected, what found
   * @throws IOException when the file cannot be read at all
   */
  public static Pcm read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MOST_BYTES) {
      throw new AudioException(
          "%s: expected at most %d bytes, found %d; cut it into pieces"
              .formatted(file, MOST_BYTES, size));
    }
    return sound(file.toString(), Files.readAllBytes(file));
  }

  /**
   * Reads a stream to its end, without closing it; the name is for messages.
   *
   * @throws AudioException when it is no WAV this reads: which one, what was expected, what found
   */
  public static Pcm read(InputStream wav, String name) throws IOException {
    return sound(name, wav.readAllBytes());
  }

  private static Pcm sound(String name, byte[] wav) throws IOException {
    StoredBytes bytes = StoredBytes.in(wav);
    WavLayout layout = new WavReader(name, bytes).layout();
    return layout.format().mono(bytes.at(layout.at(), (int) layout.bytes()));
  }

  /** Writes 16-bit mono. */
  public static void write(Path file, Pcm sound) throws IOException {
    Files.write(file, bytes(sound));
  }

  /** The sound as a whole WAV file, 16-bit mono. */
  public static byte[] bytes(Pcm sound) {
    int length = sound.length() * 2;
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(ascii("RIFF")).putInt(HEADER - 8 + length).put(ascii("WAVE"));
    bytes.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    bytes.putInt(sound.rate()).putInt(sound.rate() * 2).putShort((short) 2).putShort((short) 16);
    bytes.put(ascii("data")).putInt(length).put(sound.littleEndian());
    return bytes.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
