package dev.soundcheck.conformance.proxy;

import dev.soundcheck.schemas.Origin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A client's connection and the one that was made for it to the upstream. */
final class Crossing {
  /** How long a side may take to answer a close. */
  private static final long ANSWER_SECONDS = 5;

  private static final Farewell STOPPED = new Farewell(1001, "The recording proxy was stopped.");

  private final Recording recording;
  private final Leg client = new Leg(Origin.CLIENT, this);
  private final Leg server = new Leg(Origin.SERVER, this);
  private final AtomicBoolean closing = new AtomicBoolean();

  Crossing(Recording recording) {
    this.recording = recording;
  }

  Recording recording() {
    return recording;
  }

  Leg client() {
    return client;
  }

  Leg server() {
    return server;
  }

  Leg other(Leg leg) {
    return leg == client ? server : client;
  }

  /** Is done when both sides are gone. */
  CompletableFuture<Void> ended() {
    return CompletableFuture.allOf(client.gone(), server.gone());
  }

  /** Lets both sides speak. */
  void begin() {
    client.listen();
    server.listen();
  }

  /** Ends both sides, as someone who goes away does. */
  void stop() {
    if (closing.compareAndSet(false, true)) {
      recording.closed(Origin.SERVER, STOPPED);
      client.close(STOPPED);
      server.close(STOPPED);
    }
  }

  /** The client was gone before it had its answer. */
  void abandoned() {
    Farewell lost = Farewell.lost("The client was gone before the upgrade.");
    client.gone().complete(lost);
    closed(client, lost, () -> {});
  }

  /**
   * One side closed. What it said goes to the other, and the other's answer comes back.
   *
   * @param settled is run when the side has its answer
   */
  void closed(Leg leg, Farewell farewell, Runnable settled) {
    if (!closing.compareAndSet(false, true)) {
      settled.run();
      return;
    }
    recording.closed(leg.from(), farewell);
    Leg other = other(leg);
    other.close(farewell);
    CompletableFuture<Void> unused =
        other
            .gone()
            .copy()
            .completeOnTimeout(farewell, ANSWER_SECONDS, TimeUnit.SECONDS)
            .thenAccept(
                answer -> {
                  leg.close(answer);
                  settled.run();
                });
  }
}
