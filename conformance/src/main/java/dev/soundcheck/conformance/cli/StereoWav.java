package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.WavStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Two mono files as one of two channels, as long as the longer. */
final class StereoWav {
  private static final int PIECE = 1 << 14;
  private static final int HEADER = 44;

  private StereoWav() {}

  /**
   * Writes it.
   *
   * @throws IOException also when it becomes too large to be a WAV file
   */
  static void write(Path file, Path left, Path right) throws IOException {
    try (WavStream one = WavStream.open(left);
        WavStream other = WavStream.open(right);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      long frames = Math.max(frames(left), frames(right));
      out.write(header(one.rate(), frames));
      for (long at = 0; at < frames; at += PIECE) {
        int length = (int) Math.min(PIECE, frames - at);
        out.write(woven(exactly(length, one), exactly(length, other)));
      }
    }
  }

  private static long frames(Path mono) throws IOException {
    return (Files.size(mono) - HEADER) / 2;
  }

  /** So many samples; silence where the sound is over. */
  private static short[] exactly(int length, WavStream sound) throws IOException {
    Pcm all = sound.next(length);
    for (boolean more = all.length() > 0; more && all.length() < length; ) {
      Pcm piece = sound.next(length - all.length());
      more = piece.length() > 0;
      all = all.then(piece);
    }
    return Arrays.copyOf(all.samples(), length);
  }

  private static byte[] woven(short[] left, short[] right) {
    ByteBuffer bytes = ByteBuffer.allocate(left.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < left.length; i++) {
      bytes.putShort(left[i]).putShort(right[i]);
    }
    return bytes.array();
  }

  private static byte[] header(int rate, long frames) throws IOException {
    long bytes = frames * 4;
    if (bytes > (1L << 32) - HEADER) {
      throw new IOException("a WAV file cannot be longer than 4 GiB");
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt((int) (bytes + HEADER - 8));
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) 2).putInt(rate).putInt(rate * 4);
    header.putShort((short) 4).putShort((short) 16);
    return header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt((int) bytes).array();
  }
}
