package dev.soundcheck.conformance.proxy;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * A close after which the other side's close is waited for, whatever its code is. After one of 1001
 * or 1011 Jetty would end the connection at once, and who is still sending then, as microphones
 * are, is reset before it has read why (RFC 2525, 2.17). Hence Jetty is told that this one is
 * ordinary.
 */
final class Goodbye extends Frame implements CloseStatus.Supplier {
  private Goodbye(Farewell farewell) {
    super(OpCode.CLOSE, CloseStatus.asPayloadBuffer(farewell.code(), farewell.reason()));
  }

  /** Says it. */
  static void to(Session session, Farewell farewell) {
    if (CloseStatus.isOrdinary(farewell.code())) {
      session.close(farewell.code(), farewell.reason(), Callback.NOOP);
    } else {
      CoreSession core = ((WebSocketSession) session).getCoreSession();
      core.sendFrame(new Goodbye(farewell), org.eclipse.jetty.util.Callback.NOOP, false);
    }
  }

  @Override
  public CloseStatus getCloseStatus() {
    return CloseStatus.NORMAL_STATUS;
  }
}
