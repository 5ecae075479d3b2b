package dev.soundcheck.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds WAV files chunk by chunk, good ones and bad ones. */
final class WavBytes {
  private final byte[] chunks;

  private WavBytes(byte[] chunks) {
    this.chunks = chunks;
  }

  static WavBytes format(int code, int channels, int rate, int bits) {
    ByteBuffer format = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    int frame = channels * bits / 8;
    format.putShort((short) code).putShort((short) channels).putInt(rate).putInt(rate * frame);
    format.putShort((short) frame).putShort((short) bits);
    return new WavBytes(new byte[0]).chunk("fmt ", format.array());
  }

  /** WAVE_FORMAT_EXTENSIBLE: the code is the beginning of an identifier of 16 bytes. */
  static WavBytes extensible(int code, int channels, int rate, int bits) {
    ByteBuffer format = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    int frame = channels * bits / 8;
    format.putShort((short) 0xFFFE).putShort((short) channels).putInt(rate).putInt(rate * frame);
    format.putShort((short) frame).putShort((short) bits);
    format.putShort((short) 22).putShort((short) bits).putInt(4);
    format.putShort((short) code).putShort((short) 0).putShort((short) 0).putShort((short) 0x10);
    format.putLong(0x719B_3800_AA00_0080L);
    return new WavBytes(new byte[0]).chunk("fmt ", format.array());
  }

  /** Another format, for a test that reads better so. */
  WavBytes with(int code, int channels, int rate, int bits) {
    return format(code, channels, rate, bits);
  }

  WavBytes chunk(String id, String text) {
    return chunk(id, text.getBytes(StandardCharsets.US_ASCII));
  }

  WavBytes chunk(String id, byte[] body) {
    ByteArrayOutputStream more = new ByteArrayOutputStream();
    more.writeBytes(chunks);
    more.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
    more.writeBytes(size(body.length));
    more.writeBytes(body);
    more.writeBytes(new byte[body.length % 2]);
    return new WavBytes(more.toByteArray());
  }

  byte[] data(int... bytes) {
    return data(bytes(bytes));
  }

  byte[] data(byte[] bytes) {
    return chunk("data", bytes).file();
  }

  byte[] dataThen(String id, String text, int... bytes) {
    return chunk("data", bytes(bytes)).chunk(id, text).file();
  }

  byte[] floats(float... samples) {
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(samples);
    return data(bytes.array());
  }

  byte[] doubles(double... samples) {
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(samples);
    return data(bytes.array());
  }

  /** The file with other sizes in its outer header and in the header of the sound. */
  static byte[] sizes(byte[] wav, int riff, int data) {
    byte[] other = wav.clone();
    ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putInt(4, riff).putInt(40, data);
    return other;
  }

  private byte[] file() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(size(4 + chunks.length));
    file.writeBytes("WAVE".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(chunks);
    return file.toByteArray();
  }

  private static byte[] size(int size) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(size).array();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
