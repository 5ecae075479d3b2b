package dev.soundcheck.server.jetty;

import dev.soundcheck.server.Limit;
import dev.soundcheck.server.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Puts the parts of one message together, up to the limits of a message and of a session. Beyond
 * one of them it takes nothing more. Confined to one caller at a time.
 */
final class Inbox {
  private final long messageLimit;
  private final long sessionLimit;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long size;
  private long total;

  Inbox(Limits limits) {
    this.messageLimit = limits.most(Limit.MESSAGE);
    this.sessionLimit = limits.most(Limit.BYTES);
  }

  /** The whole message with its last part. */
  Optional<String> text(String part, boolean last) {
    if (!takes(utf8Length(part))) {
      text.setLength(0);
      text.trimToSize();
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
    if (!takes(part.remaining())) {
      bytes.reset();
      return Optional.empty();
    }
    byte[] copy = new byte[part.remaining()];
    part.get(copy);
    bytes.writeBytes(copy);
    return last ? Optional.of(takenBytes()) : Optional.empty();
  }

  private boolean takes(long part) {
    if (!full()) {
      size += part;
      total += part;
    }
    return !full();
  }

  /** Whether nothing more is taken; it stays so. */
  boolean full() {
    return tooLarge() || total > sessionLimit;
  }

  /** Whether the message is larger than its limit; it stays so. */
  boolean tooLarge() {
    return size > messageLimit;
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

  /** The JDK encodes many times faster than anybody counts, and mostly it is ASCII. */
  private static long utf8Length(String part) {
    return part.getBytes(StandardCharsets.UTF_8).length;
  }
}
