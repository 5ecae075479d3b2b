package dev.soundcheck.conformance.proxy;

import dev.soundcheck.schemas.Origin;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * One side of a crossing as Jetty hears it. The next frame is asked for when this one has left on
 * the other side and is written down, so that a slow reader slows who speaks to it. Public only
 * because Jetty looks its methods up.
 */
public final class Leg implements Session.Listener {
  private final Origin from;
  private final Crossing crossing;
  private final CompletableFuture<Session> open = new CompletableFuture<>();
  private final CompletableFuture<Farewell> gone = new CompletableFuture<>();

  Leg(Origin from, Crossing crossing) {
    this.from = from;
    this.crossing = crossing;
  }

  Origin from() {
    return from;
  }

  /** Is done when the socket is open. */
  CompletableFuture<Session> open() {
    return open;
  }

  /** Is done when this side has closed or is lost. */
  CompletableFuture<Farewell> gone() {
    return gone;
  }

  /** Asks for the next frame. */
  void listen() {
    if (!gone.isDone()) {
      open.join().demand();
    }
  }

  /** Says goodbye to this side; a loss is passed on as a loss. */
  void close(Farewell farewell) {
    if (farewell.lost()) {
      drop();
    } else {
      CompletableFuture<Void> unused = open.thenAccept(session -> Goodbye.to(session, farewell));
    }
  }

  /** Ends this side without a word, also if it is not open yet. */
  void drop() {
    CompletableFuture<Void> unused = open.thenAccept(Session::disconnect);
  }

  /** Nothing is asked for before both sides are open. */
  @Override
  public void onWebSocketOpen(Session session) {
    open.complete(session);
  }

  @Override
  public void onWebSocketText(String text) {
    carry(crossing.recording().text(from, text), (to, callback) -> to.sendText(text, callback));
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    byte[] bytes = bytes(payload);
    callback.succeed();
    carry(
        crossing.recording().binary(from, bytes),
        (to, sent) -> to.sendBinary(ByteBuffer.wrap(bytes), sent));
  }

  @Override
  public void onWebSocketPing(ByteBuffer payload) {
    ByteBuffer copy = ByteBuffer.wrap(bytes(payload));
    carry(Entry.NONE, (to, sent) -> to.sendPing(copy, sent));
  }

  @Override
  public void onWebSocketPong(ByteBuffer payload) {
    ByteBuffer copy = ByteBuffer.wrap(bytes(payload));
    carry(Entry.NONE, (to, sent) -> to.sendPong(copy, sent));
  }

  /** A close follows whatever goes wrong. */
  @Override
  public void onWebSocketError(Throwable cause) {}

  @Override
  public void onWebSocketClose(int code, String reason, Callback callback) {
    Farewell farewell = new Farewell(code, Objects.requireNonNullElse(reason, ""));
    gone.complete(farewell);
    crossing.closed(this, farewell, callback::succeed);
  }

  private void carry(Entry entry, BiConsumer<Session, Callback> send) {
    Callback.Completable sent = new Callback.Completable();
    CompletableFuture<?> unused = entry.written().whenComplete((done, failure) -> pass(send, sent));
    CompletableFuture<Void> unusedToo =
        CompletableFuture.allOf(sent, entry.judged()).whenComplete((done, failure) -> listen());
  }

  /** What cannot be sent is lost; that side's close says so, and this one's is still waited for. */
  private void pass(BiConsumer<Session, Callback> send, Callback.Completable sent) {
    try {
      send.accept(crossing.other(this).open().join(), sent);
    } catch (RuntimeException refused) {
      sent.fail(refused);
    }
  }

  private static byte[] bytes(ByteBuffer payload) {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    return bytes;
  }
}
