package dev.soundcheck.server.jetty;

import dev.soundcheck.server.api.Call;
import dev.soundcheck.server.play.Show;
import dev.soundcheck.server.play.Wire;
import dev.soundcheck.server.time.Timepiece;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.CloseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket, carried to its {@link Show} and back. It takes frames as they come: what Jetty
 * makes of them for its users costs more than all that is done with a message here
 * (docs/decisions/speed.md). Jetty calls it one call at a time; the next part of a message is read
 * when this one is put away, the next message when this one is played.
 */
final class Connection implements FrameHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final Backstage backstage;
  private final Timepiece time;
  private final Set<Connection> present;
  private final Line line;
  private final Optional<Call> call;
  private final Function<Wire, Show> starts;
  private final Inbox inbox;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile @Nullable Stage stage;
  private final AtomicBoolean gone = new AtomicBoolean();
  private boolean brokeProtocol;

  /**
   * A connection that is about to open.
   *
   * @param time it is played in
   * @param present it stands in there while it is open
   * @param line what it goes over
   * @param call the telephone call that it joined
   * @param starts makes the play
   */
  Connection(
      Backstage backstage,
      Timepiece time,
      Set<Connection> present,
      Line line,
      Optional<Call> call,
      Function<Wire, Show> starts) {
    this.backstage = backstage;
    this.time = time;
    this.present = present;
    this.line = line;
    this.call = call;
    this.starts = starts;
    this.inbox = new Inbox(backstage.limits());
  }

  /** Is done when the connection is gone. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /** Does this in its turn; done with false when there is no play. */
  CompletableFuture<Boolean> order(BiFunction<Show, Duration, Boolean> deed) {
    Stage open = stage;
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    if (open == null) {
      done.complete(false);
    } else {
      open.later((play, now) -> done.complete(deed.apply(play, now)));
    }
    return done;
  }

  /** Whether it plays the connection of this number. */
  boolean plays(int number) {
    Stage open = stage;
    return open != null && open.number() == number;
  }

  /** Is done when everything that has come so far is played. */
  CompletableFuture<Void> settled() {
    Stage open = stage;
    CompletableFuture<Void> settled = new CompletableFuture<>();
    if (open == null) {
      settled.complete(null);
    } else {
      open.later((play, now) -> settled.complete(null));
    }
    return settled;
  }

  /** Says goodbye; the connection is gone soon after. */
  void close(int code, String reason) {
    Stage open = stage;
    if (open != null) {
      open.later((play, now) -> play.close(now, code, reason));
    }
  }

  @Override
  public void onOpen(CoreSession session, Callback callback) {
    try {
      Stage opened = new Stage(backstage, time, session, line, starts);
      stage = opened;
      present.add(this);
      callback.succeeded();
      opened.here((play, now) -> play.open());
      call.ifPresent(joined -> joined.connected(new Handset(opened)));
      session.demand();
    } catch (RuntimeException failure) {
      LOG.warn("event=failed", failure);
      session.close(CloseStatus.SERVER_ERROR, "The mock failed to begin.", Callback.NOOP);
    }
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    if (frame.getOpCode() == OpCode.CLOSE) {
      closed(CloseStatus.getCloseStatus(frame), callback);
    } else if (!line.dead()) {
      take(frame, callback);
    }
  }

  private void take(Frame frame, Callback callback) {
    switch (frame.getOpCode()) {
      case OpCode.PING -> {
        ByteBuffer copy = ByteBuffer.wrap(Inbox.copied(frame.getPayload()));
        callback.succeeded();
        stage().pong(copy);
      }
      case OpCode.PONG -> {
        callback.succeeded();
        stage().read();
      }
      default -> gather(frame, callback);
    }
  }

  private void gather(Frame frame, Callback callback) {
    boolean refusedBefore = inbox.full();
    Optional<Message> message;
    try {
      message = inbox.take(frame);
    } catch (BadPayloadException notUtf8) {
      callback.failed(notUtf8);
      return;
    }
    callback.succeeded();
    message.ifPresentOrElse(
        whole -> stage().thenRead(whole.size(), (play, now) -> whole.playTo(play, now)),
        () -> readOn(refusedBefore));
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    brokeProtocol = cause instanceof CloseException;
    LOG.debug("event=broken cause={}", cause.toString());
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    closed(status, callback);
  }

  /** Comes with the close frame of the client, and when the connection is gone. */
  private void closed(CloseStatus status, Callback callback) {
    if (gone.compareAndSet(false, true)) {
      String why = Objects.requireNonNullElse(status.getReason(), "");
      Stage open = stage;
      if (open != null) {
        open.last((play, now) -> end(play, now, status.getCode(), why));
      }
      call.ifPresent(Call::ended);
      present.remove(this);
      ended.complete(null);
    }
    if (!line.dead()) {
      callback.succeeded();
    }
  }

  private void end(Show play, Duration now, int code, String why) {
    if (brokeProtocol) {
      play.expel(now, code, "The client broke the WebSocket protocol: " + why);
    } else {
      play.left(now, code, why);
    }
  }

  /** What comes after a refused message is read and forgotten, until the client closes too. */
  private void readOn(boolean refusedBefore) {
    if (inbox.full() && !refusedBefore) {
      Reasons reasons = new Reasons(backstage.limits());
      int code = inbox.tooLarge() ? CloseStatus.MESSAGE_TOO_LARGE : CloseStatus.POLICY_VIOLATION;
      String why = inbox.tooLarge() ? reasons.tooLarge() : reasons.tooMuch();
      stage().later((play, now) -> play.expel(now, code, why));
    }
    stage().readPart();
  }

  private Stage stage() {
    Stage open = stage;
    if (open == null) {
      throw new IllegalStateException("the connection is not open yet");
    }
    return open;
  }
}
