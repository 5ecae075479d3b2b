package dev.soundcheck.server.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers of a session: at most one under way, others after it. */
final class Answering {
  private final Stage stage;
  private final UsageMeter meter;
  private final Silence silence;
  private final Deque<Reply> waiting = new ArrayDeque<>();
  private @Nullable Reply active;

  Answering(Stage stage, UsageMeter meter, Silence silence) {
    this.stage = stage;
    this.meter = meter;
    this.silence = silence;
  }

  /** The answer under way. */
  Optional<Reply> active() {
    return Optional.ofNullable(active);
  }

  /** Announces an answer, or lets it wait for the one under way; {@link #start} begins it. */
  Reply open(ReplyOrder order) {
    Reply reply = new Reply(stage, meter, order, this::over);
    if (active == null) {
      active = reply;
      silence.ends();
      reply.announce();
    } else {
      waiting.add(reply);
    }
    return reply;
  }

  void start(Reply reply) {
    if (reply == active) {
      reply.start();
    }
  }

  /** Announces and begins an answer that nothing else belongs to. */
  void begin(ReplyOrder order) {
    start(open(order));
  }

  private void over() {
    Reply last = active;
    Reply next = waiting.poll();
    active = next;
    if (next != null) {
      next.announce();
      next.start();
    } else if (last != null) {
      silence.begins(last.playsUntil());
    }
  }

  /** The user speaks; returns whether that broke into an answer. */
  boolean interrupt() {
    waiting.clear();
    Reply interrupted = active;
    if (interrupted == null) {
      return false;
    }
    boolean reported =
        stage.configuration().serverVad()
            || stage.dialect().manualBargeIn() == Dialect.ManualBargeIn.AS_UNDER_VAD;
    if (reported) {
      interrupted.breakOff();
    } else {
      interrupted.vanish();
    }
    return true;
  }

  /** Cancels the answer under way if it is the one meant; returns whether it was. */
  boolean cancel(Optional<String> responseId) {
    Reply cancelled = active;
    if (cancelled == null || !responseId.map(cancelled.id()::equals).orElse(true)) {
      return false;
    }
    waiting.clear();
    cancelled.cancel();
    return true;
  }

  @Override
  public String toString() {
    return active == null ? "no answer" : active + ", %d waiting".formatted(waiting.size());
  }
}
