package dev.soundcheck.conformance.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The connections of one conversation, one after another. */
final class Calls {
  private final Dialer dialer;
  private final Pace pace;
  private final Target target;
  private final Manner manner;
  private final Watcher watcher;
  private Optional<LiveCall> last = Optional.empty();
  private int attempt;

  Calls(Dialer dialer, Pace pace, Target target, Manner manner, Watcher watcher) {
    this.dialer = dialer;
    this.pace = pace;
    this.target = target;
    this.manner = manner;
    this.watcher = watcher;
  }

  /** One conversation after another, each in a session of its own. */
  CompletableFuture<Outcome> hold(Supplier<Mind> mind, int times) {
    CompletableFuture<Outcome> first = hold(resumed(), mind.get());
    return times == 1
        ? first
        : first.thenCompose(
            outcome ->
                outcome.failure().isPresent()
                    ? CompletableFuture.completedFuture(outcome)
                    : hold(mind, times - 1).thenApply(outcome::and));
  }

  private CompletableFuture<Outcome> hold(Target there, Mind mind) {
    LiveCall call = new LiveCall(mind, manner, watcher, pace, last);
    dialer.dial(there, call);
    return call.outcome().thenCompose(outcome -> goOn(call, mind, outcome));
  }

  private CompletableFuture<Outcome> goOn(LiveCall call, Mind mind, Outcome outcome) {
    if (!outcome.seen().isEmpty()) {
      last = Optional.of(call);
    }
    if (outcome.failure().isEmpty()) {
      attempt = 0;
      return mind.sequel().map(next -> comeBack(next, outcome)).orElseGet(() -> done(outcome));
    }
    if (outcome.exchanges().stream().anyMatch(Exchange::answered)) {
      attempt = 0;
    }
    Optional<Mind> next = outcome.seen().isEmpty() ? Optional.of(mind) : mind.afterDrop();
    return next.filter(it -> call.mayPass() && attempt < manner.backoff().attempts())
        .map(it -> dialAgain(call, it, outcome))
        .orElseGet(() -> done(outcome));
  }

  /** The place, asked for the conversation so far where the last session asked for resumption. */
  private Target resumed() {
    return last.flatMap(LiveCall::resumable).map(target::resuming).orElse(target);
  }

  /** The scenario wants it, and it cannot be without the conversation. */
  private CompletableFuture<Outcome> comeBack(Mind next, Outcome outcome) {
    return outcome
        .conversation()
        .map(id -> hold(target.resuming(id), next).thenApply(outcome::and))
        .orElseGet(
            () ->
                done(
                    outcome.failed(
                        "The client cannot come back: the server sent no"
                            + " \"conversation.created\" with an id.")));
  }

  private CompletableFuture<Outcome> dialAgain(LiveCall call, Mind next, Outcome outcome) {
    attempt++;
    Duration wait = manner.backoff().before(attempt);
    Drop drop = new Drop(call.told(), outcome.failure().orElseThrow(), attempt, wait);
    watcher.dropped(drop);
    Target there = resumed();
    CompletableFuture<Boolean> waited = new CompletableFuture<>();
    pace.at(pace.now().plus(wait), () -> waited.complete(true));
    return waited.thenCompose(now -> hold(there, next)).thenApply(outcome.survived(drop)::and);
  }

  private static CompletableFuture<Outcome> done(Outcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }
}
