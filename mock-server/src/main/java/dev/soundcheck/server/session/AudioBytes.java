package dev.soundcheck.server.session;

import java.util.Arrays;
import java.util.Base64;

/** Sound in the format of the wire; equal when the bytes are. The array is shared, never copied. */
public final class AudioBytes {
  private final byte[] bytes;

  AudioBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** As it stands in JSON. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
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
