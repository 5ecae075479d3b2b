package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Talks to voice endpoints with real audio. Any number of conversations may go on at once. */
public final class VoiceClient implements AutoCloseable {
  private final Dialer dialer;
  private final Pace pace;

  /** A client on the network, in real time. */
  public VoiceClient() {
    this(new JettyDialer(), new RealPace());
  }

  VoiceClient(Dialer dialer, Pace pace) {
    this.dialer = dialer;
    this.pace = pace;
  }

  /**
   * Calls, says what the mind wants, hangs up, and calls again where the mind has a sequel.
   *
   * @return what came of it; a conversation that did not come about or broke off is an outcome with
   *     a failure, and only sound that cannot be read completes it exceptionally
   */
  public CompletableFuture<Outcome> hold(Target target, Mind mind, Manner manner, Watcher watcher) {
    return new Calls(target, manner, watcher).hold(target, mind, Optional.empty());
  }

  /** The calls of one conversation, one after another. */
  private final class Calls {
    private final Target target;
    private final Manner manner;
    private final Watcher watcher;

    Calls(Target target, Manner manner, Watcher watcher) {
      this.target = target;
      this.manner = manner;
      this.watcher = watcher;
    }

    CompletableFuture<Outcome> hold(Target there, Mind mind, Optional<LiveCall> before) {
      LiveCall call = new LiveCall(mind, manner, watcher, pace, before);
      dialer.dial(there, call);
      return call.outcome()
          .thenCompose(
              outcome ->
                  mind.sequel()
                      .filter(next -> outcome.failure().isEmpty())
                      .map(next -> goOn(next, call, outcome))
                      .orElseGet(() -> CompletableFuture.completedFuture(outcome)));
    }

    private CompletableFuture<Outcome> goOn(Mind next, LiveCall call, Outcome outcome) {
      return conversation(outcome)
          .map(id -> hold(target.resuming(id), next, Optional.of(call)).thenApply(outcome::and))
          .orElseGet(
              () ->
                  CompletableFuture.completedFuture(
                      outcome.failed(
                          "The client cannot come back: the server sent no"
                              + " \"conversation.created\" with an id.")));
    }
  }

  private static Optional<String> conversation(Outcome outcome) {
    return outcome.seen().stream()
        .flatMap(it -> it instanceof Observed.Message said ? Stream.of(said) : Stream.empty())
        .filter(said -> said.from() == Origin.SERVER && said.type().equals("conversation.created"))
        .map(said -> said.json().at("/conversation/id").asString(""))
        .filter(id -> !id.isEmpty())
        .findFirst();
  }

  /** Ends what is still going on. */
  @Override
  public void close() {
    dialer.close();
    pace.close();
  }
}
