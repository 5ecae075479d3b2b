package dev.soundcheck.conformance.load;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/** The frames of one message put together, in an array that is used again. */
final class Message {
  private static final int USUAL = 8 * 1024;

  private byte[] bytes = new byte[USUAL];
  private int length;
  private boolean text;

  void add(Frame frame) {
    if (frame.getOpCode() != OpCode.CONTINUATION) {
      text = frame.getOpCode() == OpCode.TEXT;
    }
    ByteBuffer payload = frame.getPayload();
    int more = payload.remaining();
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
    payload.get(bytes, length, more);
    length += more;
  }

  boolean isText() {
    return text;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** A large message was an exception, whose array is not kept. */
  void clear() {
    length = 0;
    if (bytes.length > USUAL * 8) {
      bytes = new byte[USUAL];
    }
  }
}
