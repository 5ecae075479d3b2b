package dev.soundcheck.server.jetty;

import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * A close after which the other side's close is waited for, whatever its code is (RFC 6455 section
 * 7.1.1). After one of 1001 or 1011 Jetty would end the connection at once, and who is still
 * sending then, as microphones are, is reset before it has read why (RFC 2525, 2.17). Hence Jetty
 * is told that this one is ordinary.
 */
final class Goodbye extends Frame implements CloseStatus.Supplier {
  Goodbye(int code, String reason) {
    super(OpCode.CLOSE, CloseStatus.asPayloadBuffer(code, reason));
  }

  @Override
  public CloseStatus getCloseStatus() {
    return CloseStatus.NORMAL_STATUS;
  }
}
