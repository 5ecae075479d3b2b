package dev.soundcheck.conformance.load;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/** One session on its socket: frames in and out, one at a time, and the talker's alarm. */
final class Seat implements FrameHandler, Mouth {
  /** A minute of sound that the server does not read. */
  private static final int MOST_WAITING = 600;

  private final Swarm swarm;
  private final Tallies tallies;
  private final Talker talker;
  private final Message message = new Message();
  private final AtomicInteger waiting = new AtomicInteger();
  private Consumer<Boolean> over = unused -> {};
  private @Nullable CoreSession session;
  private long alarm = Talker.NEVER;
  private boolean ended;
  private boolean hungUp;

  Seat(Swarm swarm, Tallies tallies, Function<Mouth, Talker> talker) {
    this.swarm = swarm;
    this.tallies = tallies;
    this.talker = talker.apply(this);
  }

  /** Is told once when the session is over that was open, and whether it should not have been. */
  void whenOver(Consumer<Boolean> listener) {
    over = listener;
  }

  @Override
  public synchronized void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    swarm.joined(this);
    callback.succeeded();
    opened.demand();
    arm();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    switch (frame.getOpCode()) {
      case OpCode.TEXT, OpCode.CONTINUATION, OpCode.BINARY -> part(frame);
      case OpCode.PING -> pong(frame);
      case OpCode.CLOSE -> answerClose(CloseStatus.getCloseStatus(frame));
      default -> {}
    }
    callback.succeeded();
    demand();
  }

  private synchronized void part(Frame frame) {
    message.add(frame);
    if (frame.isFin()) {
      long now = swarm.now();
      tallies.now().event(message.length());
      if (message.isText()) {
        talker.hear(now, Glance.at(message.bytes(), message.length()));
      }
      message.clear();
      arm();
    }
  }

  private synchronized void pong(Frame ping) {
    ByteBuffer payload = ByteBuffer.allocate(ping.getPayloadLength()).put(ping.getPayload()).flip();
    send(new Frame(OpCode.PONG, payload));
  }

  private synchronized void answerClose(CloseStatus status) {
    if (!hungUp && !swarm.closing()) {
      tallies.now().error("closed with %d".formatted(status.getCode()));
    }
    if (session != null) {
      session.close(CloseStatus.NORMAL, "", Callback.NOOP);
    }
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    callback.succeeded();
    end(status);
  }

  private void end(CloseStatus status) {
    boolean failed;
    synchronized (this) {
      if (ended || session == null) {
        return;
      }
      ended = true;
      failed = !hungUp;
      if (failed && !swarm.closing() && status.getCode() == CloseStatus.NO_CLOSE) {
        tallies.now().error("the connection broke");
      }
    }
    swarm.left(this);
    over.accept(failed);
  }

  @Override
  public synchronized void say(byte[] event) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      tallies.now().error("the server does not read");
      hangUp();
      return;
    }
    send(new Frame(OpCode.TEXT, ByteBuffer.wrap(event)));
  }

  private void send(Frame frame) {
    if (session != null && !hungUp) {
      session.sendFrame(frame, Callback.from(this::sent, failure -> sent()), false);
    }
  }

  private void sent() {
    waiting.decrementAndGet();
  }

  @Override
  public synchronized void hangUp() {
    if (session != null && !hungUp) {
      hungUp = true;
      session.close(CloseStatus.NORMAL, "", Callback.NOOP);
    }
  }

  private void demand() {
    CoreSession open = session;
    if (open != null && !open.isClosed()) {
      open.demand();
    }
  }

  /**
   * Sees to it that the talker is woken when it wants to be; an alarm that rings too early is none.
   */
  private void arm() {
    long wanted = talker.wakeAt();
    if (wanted < alarm && !ended) {
      alarm = wanted;
      swarm.at(wanted, () -> ring(wanted));
    }
  }

  private synchronized void ring(long due) {
    if (ended || hungUp || due != alarm) {
      return;
    }
    alarm = Talker.NEVER;
    long now = swarm.now();
    if (talker.wakeAt() <= now) {
      tallies.now().time(Measure.OWN_LATENESS, now - talker.wakeAt());
      talker.advance(now);
    }
    arm();
  }
}
