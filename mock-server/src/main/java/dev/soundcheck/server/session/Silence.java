package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long nobody has said anything; when that is as long as the client wants to wait, the
 * assistant is to speak up (live-behaviour.md 2.13: {@code idle_timeout_ms}, again after each
 * response).
 */
final class Silence {
  private final Stage stage;
  private Supplier<Duration> position = () -> Duration.ZERO;
  private Consumer<Duration> tooLong = began -> {};
  private Agenda.@Nullable Task next;

  Silence(Stage stage) {
    this.stage = stage;
  }

  /**
   * Says what to do.
   *
   * @param heard how much sound was heard so far
   * @param tooLong what to do when it was silent for too long, with where in the sound that began
   */
  void heardBy(Supplier<Duration> heard, Consumer<Duration> tooLong) {
    this.position = heard;
    this.tooLong = tooLong;
  }

  /** Somebody speaks. */
  void ends() {
    if (next != null) {
      stage.agenda().cancel(next);
      next = null;
    }
  }

  /** Nobody speaks from then on. */
  void begins(Duration then) {
    ends();
    Optional<Duration> limit = stage.configuration().idleTimeout();
    if (limit.isPresent()) {
      next = stage.agenda().at(then, () -> lasts(limit.get()));
    }
  }

  private void lasts(Duration limit) {
    Duration began = position.get();
    next = stage.agenda().in(limit, () -> pastLimit(began));
  }

  private void pastLimit(Duration began) {
    next = null;
    tooLong.accept(began);
  }

  /** The user did something without speaking; nothing changes while somebody speaks. */
  void beginsAnew() {
    if (next != null) {
      begins(stage.agenda().now());
    }
  }
}
