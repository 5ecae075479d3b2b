package dev.soundcheck.server.jetty;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Puts the parts of one message together, up to a limit. Confined to one caller at a time. */
final class Inbox {
  private final long limit;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long size;

  /** A message limit in bytes. */
  Inbox(long limit) {
    this.limit = limit;
  }

  /** The whole message with its last part. */
  Optional<String> text(String part, boolean last) {
    size += utf8Length(part);
    if (tooLarge()) {
      text.setLength(0);
      return Optional.empty();
    }
    if (last && text.isEmpty()) {
      size = 0;
      return Optional.of(part);
    }
    text.append(part);
    return last ? Optional.of(taken()) : Optional.empty();
  }

  /** The whole message with its last part. */
  Optional<byte[]> binary(ByteBuffer part, boolean last) {
    size += part.remaining();
    if (tooLarge()) {
      bytes.reset();
      return Optional.empty();
    }
    byte[] copy = new byte[part.remaining()];
    part.get(copy);
    bytes.writeBytes(copy);
    return last ? Optional.of(takenBytes()) : Optional.empty();
  }

  /** Whether the message is larger than the limit; it stays so. */
  boolean tooLarge() {
    return size > limit;
  }

  private String taken() {
    String whole = text.toString();
    text.setLength(0);
    size = 0;
    return whole;
  }

  private byte[] takenBytes() {
    byte[] whole = bytes.toByteArray();
    bytes.reset();
    size = 0;
    return whole;
  }

  private static long utf8Length(String part) {
    long length = 0;
    for (int i = 0; i < part.length(); i++) {
      char unit = part.charAt(i);
      length += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
    }
    return length;
  }
}
