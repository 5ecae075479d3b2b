package dev.soundcheck.server.session;

import java.util.Arrays;

/** Sound in the format of the wire; equal when the bytes are. The array is shared, never copied. */
public final class AudioBytes {
  private final byte[] bytes;

  AudioBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AudioBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "%d bytes".formatted(bytes.length);
  }
}
