package dev.soundcheck.conformance.client;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/**
 * Brings what a Jetty session hears to an ear. The next frame is asked for when this one is dealt
 * with, so that a server that says more than can be taken is slowed down, and fills no memory.
 * Public only because Jetty calls its listeners with a public lookup; nobody else can make one.
 */
public final class JettyEar implements Session.Listener {
  private final Ear ear;
  private final Telephone telephone;
  private Optional<Session> open = Optional.empty();

  JettyEar(Ear ear, Telephone telephone) {
    this.ear = ear;
    this.telephone = telephone;
  }

  @Override
  public void onWebSocketOpen(Session session) {
    open = Optional.of(session);
    ear.opened(new JettyWire(session, ear, telephone));
    next();
  }

  private void next() {
    open.ifPresent(session -> ear.caughtUp(session::demand));
  }

  @Override
  public void onWebSocketText(String text) {
    ear.text(text);
    next();
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    ear.binary(bytes);
    callback.succeed();
    next();
  }

  /** The dialer is told of a refusal, and a close follows whatever else goes wrong. */
  @Override
  public void onWebSocketError(Throwable cause) {}

  @Override
  public void onWebSocketClose(int code, String reason, Callback callback) {
    ear.closed(code, reason == null ? "" : reason);
    callback.succeed();
  }

  /** What is sent in one go is queued by Jetty in order; a failed send is followed by the close. */
  private record JettyWire(Session session, Ear ear, Telephone telephone) implements Wire {
    @Override
    public void send(String text) {
      session.sendText(text, Callback.NOOP);
    }

    @Override
    public void send(byte[] bytes) {
      session.sendBinary(ByteBuffer.wrap(bytes), Callback.NOOP);
    }

    @Override
    public void close(int code, String reason) {
      if (code == StatusCode.ABNORMAL) {
        session.disconnect();
      } else {
        session.close(code, reason, Callback.NOOP);
      }
    }

    @Override
    public void ask(String action, String body) {
      telephone.ask(action, body, ear);
    }
  }
}
