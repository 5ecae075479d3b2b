package dev.soundcheck.conformance.hearing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** PNG files of three bytes a pixel (ISO/IEC 15948). */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private Png() {}

  /** Rows of pixels, each 0xRRGGBB. */
  static byte[] of(int[][] pixels) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(pixels[0].length).putInt(pixels.length);
    header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk(file, "IHDR", header.array());
    chunk(file, "IDAT", packed(pixels));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] packed(int[][] pixels) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream rows = new DeflaterOutputStream(packed)) {
      for (int[] row : pixels) {
        rows.write(0);
        for (int pixel : row) {
          rows.write(pixel >> 16);
          rows.write(pixel >> 8);
          rows.write(pixel);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory refused to be written", impossible);
    }
    return packed.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String name, byte[] data) {
    byte[] named = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(named);
    sum.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(named);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
