package dev.soundcheck.server.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/**
 * Sends texts that are said at one moment in one write, which is what most of sending costs. Jetty
 * can do that only below the session that it gives to its users.
 */
final class Sender {
  private final Session session;
  private final @Nullable CoreSession core;

  Sender(Session session) {
    this.session = session;
    this.core = session instanceof WebSocketSession known ? known.getCoreSession() : null;
  }

  /**
   * Sends a text.
   *
   * @param more whether it may wait for what is sent next
   */
  void text(String text, boolean more, Callback callback) {
    if (core == null) {
      session.sendText(text, callback);
    } else {
      ByteBuffer utf8 = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      core.sendFrame(new Frame(OpCode.TEXT, utf8), done(callback), more);
    }
  }

  private static org.eclipse.jetty.util.Callback done(Callback callback) {
    return org.eclipse.jetty.util.Callback.from(callback::succeed, callback::fail);
  }
}
