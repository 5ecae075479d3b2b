package dev.soundcheck.conformance.selftest;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Origin;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import tools.jackson.databind.node.ObjectNode;

/** A connection of which one side is broken: all that is said there passes its habit. */
final class SpoiledCrossing implements Mouth {
  private static final int LOST = 1006;

  private final Origin broken;
  private final Habit habit;
  private final ScheduledExecutorService later;
  private final Side client = new Side(Origin.CLIENT);
  private final Side server = new Side(Origin.SERVER);

  /** One thing at a time, so that a habit needs no care of its own. */
  private final ReentrantLock turn = new ReentrantLock(true);

  SpoiledCrossing(Origin broken, Habit habit, ScheduledExecutorService later) {
    this.broken = broken;
    this.habit = habit;
    this.later = later;
    CompletableFuture<Void> unused =
        CompletableFuture.allOf(client.open, server.open)
            .thenRun(
                () -> {
                  inTurn(() -> habit.begins(this));
                  client.open.join().demand();
                  server.open.join().demand();
                });
  }

  /** What the client talks to. */
  Side client() {
    return client;
  }

  /** What the server talks to. */
  Side server() {
    return server;
  }

  @Override
  public void text(String raw) {
    other(broken).send(session -> session.sendText(raw, Callback.NOOP));
  }

  @Override
  public void binary(byte[] sound) {
    other(broken).send(session -> session.sendBinary(ByteBuffer.wrap(sound), Callback.NOOP));
  }

  /** The side that is broken is told that it is alone. */
  @Override
  public void leave(int code, String reason) {
    other(broken).close(code, reason);
    own(broken).close(LOST, "");
  }

  @Override
  public void after(Duration wait, Runnable work) {
    var unused = later.schedule(() -> inTurn(work), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Side own(Origin side) {
    return side == Origin.CLIENT ? client : server;
  }

  private Side other(Origin side) {
    return side == Origin.CLIENT ? server : client;
  }

  private void inTurn(Runnable work) {
    turn.lock();
    try {
      work.run();
    } finally {
      turn.unlock();
    }
  }

  /** One side as Jetty hears it. Public only because Jetty looks its methods up. */
  public final class Side implements Session.Listener {
    private final Origin from;
    private final CompletableFuture<Session> open = new CompletableFuture<>();

    private Side(Origin from) {
      this.from = from;
    }

    @Override
    public void onWebSocketOpen(Session session) {
      open.complete(session);
    }

    @Override
    public void onWebSocketText(String text) {
      inTurn(() -> pass(text));
      open.join().demand();
    }

    private void pass(String text) {
      var event = Json.parse(text);
      if (event.isEmpty() || !(event.get() instanceof ObjectNode object)) {
        other(from).send(session -> session.sendText(text, Callback.NOOP));
      } else if (from == broken) {
        habit.says(object, SpoiledCrossing.this);
      } else if (habit.hears(object, SpoiledCrossing.this)) {
        other(from).send(session -> session.sendText(object.toString(), Callback.NOOP));
      }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
      byte[] bytes = new byte[payload.remaining()];
      payload.get(bytes);
      callback.succeed();
      other(from).send(session -> session.sendBinary(ByteBuffer.wrap(bytes), Callback.NOOP));
      open.join().demand();
    }

    @Override
    public void onWebSocketError(Throwable cause) {}

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
      callback.succeed();
      other(from).close(code, reason == null ? "" : reason);
    }

    private void send(Consumer<Session> what) {
      var unused = open.thenAccept(what);
    }

    private void close(int code, String reason) {
      if (code == LOST || code == 1005) {
        send(Session::disconnect);
      } else {
        send(session -> session.close(code, reason, Callback.NOOP));
      }
    }
  }
}
