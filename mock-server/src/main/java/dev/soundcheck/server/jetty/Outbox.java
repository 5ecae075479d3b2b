package dev.soundcheck.server.jetty;

import dev.soundcheck.server.play.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to leave on one connection. The next message is sent when the one before has left, so
 * that a slow reader slows only itself; too much waiting is reported once, and nothing more is
 * taken.
 */
final class Outbox implements Wire {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int REASON_BYTES = 123;

  /** More than what is said at one moment, but for sound, which is not gathered anyway. */
  private static final long HELD_AT_MOST = 64 * 1024;

  private static final Set<Integer> NEVER_SENT = Set.of(CloseStatus.NO_CODE, CloseStatus.NO_CLOSE);

  private final CoreSession session;
  private final Line line;
  private final long backlog;
  private final Runnable overflow;
  private final Runnable farewell;
  private final Queue<Parcel> parcels = new ConcurrentLinkedQueue<>();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicInteger drains = new AtomicInteger();
  private volatile boolean sending;
  private volatile boolean held;
  private volatile boolean overflowed;

  /**
   * Something to send.
   *
   * @param size how much it is
   * @param joins whether what goes before may wait for it
   */
  private record Parcel(long size, boolean joins, Departure departure) {}

  private interface Departure {
    /**
     * Leaves.
     *
     * @param more whether something follows that can go out together with this
     */
    void leave(Callback callback, boolean more);
  }

  /**
   * The outgoing side of a connection.
   *
   * @param backlog bytes that may wait
   * @param overflow is run when more wait, while {@link #send} is called
   * @param farewell is run when a close has left
   */
  Outbox(CoreSession session, Line line, long backlog, Runnable overflow, Runnable farewell) {
    this.session = session;
    this.line = line;
    this.backlog = backlog;
    this.overflow = overflow;
    this.farewell = farewell;
  }

  @Override
  public void send(String text) {
    sendText(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void sendText(byte[] utf8) {
    Frame whole = new Frame(OpCode.TEXT, ByteBuffer.wrap(utf8));
    send(new Parcel(utf8.length, true, sending(whole)));
  }

  @Override
  public void send(byte[] bytes) {
    Frame whole = new Frame(OpCode.BINARY, ByteBuffer.wrap(bytes));
    send(new Parcel(bytes.length, false, sending(whole)));
  }

  @Override
  public void send(String text, int frames) {
    int from = 0;
    for (int frame = 1; frame <= frames; frame++) {
      int to = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) * frame / frames);
      String part = text.substring(from, to);
      byte code = frame == 1 ? OpCode.TEXT : OpCode.CONTINUATION;
      ByteBuffer utf8 = ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8));
      send(new Parcel(part.length(), false, sending(new Frame(code, frame == frames, utf8))));
      from = to;
    }
  }

  private Departure sending(Frame frame) {
    return (callback, more) -> session.sendFrame(frame, callback, more);
  }

  private void send(Parcel parcel) {
    if (overflowed || line.dead()) {
      return;
    }
    if (waiting.addAndGet(parcel.size()) > backlog) {
      overflowed = true;
      parcels.clear();
      overflow.run();
      return;
    }
    parcels.add(parcel);
    if (!held || waiting.get() > HELD_AT_MOST) {
      drain();
    }
  }

  /** What is said from now on leaves together, at {@link #release}; called by who says it. */
  void hold() {
    held = true;
  }

  /** Everything may leave. */
  void release() {
    held = false;
    if (!parcels.isEmpty()) {
      drain();
    }
  }

  @Override
  public void close(int code, String reason) {
    if (line.dead()) {
      return;
    }
    if (overflowed) {
      drop();
    } else {
      parcels.add(new Parcel(0, false, (callback, more) -> close(code, reason, callback)));
      drain();
    }
  }

  private void close(int code, String reason, Callback callback) {
    if (NEVER_SENT.contains(code)) {
      drop();
      callback.succeeded();
    } else {
      session.sendFrame(new Goodbye(code, cut(reason)), callback, false);
    }
    farewell.run();
  }

  @Override
  public void reset() {
    parcels.add(new Parcel(0, false, (callback, more) -> line.reset()));
    drain();
  }

  @Override
  public void freeze() {
    line.goDead();
  }

  /** Ends the connection without a word. */
  void drop() {
    session.abort();
  }

  /** One caller at a time gets past the first line; the others leave a count behind for it. */
  private void drain() {
    if (drains.getAndIncrement() != 0) {
      return;
    }
    do {
      Parcel parcel = sending ? null : parcels.poll();
      if (parcel != null) {
        sending = true;
        leave(parcel);
      }
    } while (drains.decrementAndGet() != 0);
  }

  private void leave(Parcel parcel) {
    try {
      Parcel next = parcels.peek();
      parcel
          .departure()
          .leave(
              Callback.from(() -> left(parcel), failure -> failed()), next != null && next.joins());
    } catch (RuntimeException refused) {
      LOG.warn("event=send-refused", refused);
      drop();
    }
  }

  /** A connection that is closing already still has to say why. */
  private void failed() {
    if (session.isOutputOpen()) {
      drop();
    } else {
      farewell.run();
    }
  }

  private void left(Parcel parcel) {
    waiting.addAndGet(-parcel.size());
    sending = false;
    drain();
  }

  /** As much of a reason as a close frame takes (RFC 6455 section 5.5), cut between characters. */
  static String cut(String reason) {
    int end = reason.length();
    while (reason.substring(0, end).getBytes(StandardCharsets.UTF_8).length > REASON_BYTES) {
      end = reason.offsetByCodePoints(end, -1);
    }
    return reason.substring(0, end);
  }
}
