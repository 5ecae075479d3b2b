package dev.soundcheck.server.jetty;

import dev.soundcheck.server.Limit;
import dev.soundcheck.server.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the frames of one message together, up to the limits of a message and of a session. Beyond
 * one of them it takes nothing more. Confined to one caller at a time.
 */
final class Inbox {
  private final long messageLimit;
  private final long sessionLimit;
  private ByteArrayOutputStream gathered = new ByteArrayOutputStream(0);
  private boolean textual;
  private long size;
  private long total;

  Inbox(Limits limits) {
    this.messageLimit = limits.most(Limit.MESSAGE);
    this.sessionLimit = limits.most(Limit.BYTES);
  }

  /**
   * The whole message with its last frame. What the frame holds is copied.
   *
   * @param frame one with data
   * @throws BadPayloadException when a text is not UTF-8
   */
  Optional<Message> take(Frame frame) {
    if (frame.getOpCode() != OpCode.CONTINUATION) {
      textual = frame.getOpCode() == OpCode.TEXT;
    }
    if (!takes(frame.getPayloadLength())) {
      forget();
      return Optional.empty();
    }
    byte[] part = copied(frame.getPayload());
    if (frame.isFin() && gathered.size() == 0) {
      size = 0;
      return Optional.of(message(part));
    }
    gathered.writeBytes(part);
    return frame.isFin() ? Optional.of(message(taken())) : Optional.empty();
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

  private byte[] taken() {
    byte[] whole = gathered.toByteArray();
    forget();
    size = 0;
    return whole;
  }

  /** Large messages are rare; their room is not kept for the next. */
  private void forget() {
    gathered = new ByteArrayOutputStream(0);
  }

  private Message message(byte[] whole) {
    if (!textual) {
      return new Message.Binary(whole);
    }
    if (!Utf8.is(whole)) {
      throw new BadPayloadException("A text message must be UTF-8 (RFC 6455 section 8.1)");
    }
    return new Message.Text(whole);
  }

  /** A copy of what a frame holds, which may be nothing at all. */
  static byte[] copied(@Nullable ByteBuffer payload) {
    if (payload == null) {
      return new byte[0];
    }
    byte[] copy = new byte[payload.remaining()];
    payload.get(copy);
    return copy;
  }
}
