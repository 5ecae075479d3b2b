package dev.soundcheck.conformance.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

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
   * Calls, says what the mind wants, hangs up, calls again where the mind has a sequel, and dials
   * again where the connection broke and the manner wants it.
   *
   * @return what came of it; a conversation that did not come about or broke off is an outcome with
   *     a failure, and only sound that cannot be read completes it exceptionally
   */
  public CompletableFuture<Outcome> hold(Target target, Mind mind, Manner manner, Watcher watcher) {
    return hold(target, () -> mind, 1, manner, watcher);
  }

  /**
   * The same so many times, each in a session of its own, as one outcome; a failure ends it. Where
   * sessions ask for resumption each goes on with the conversation of the one before.
   *
   * @param mind gives a new mind for each
   */
  public CompletableFuture<Outcome> hold(
      Target target, Supplier<Mind> mind, int times, Manner manner, Watcher watcher) {
    return new Calls(dialer, pace, target, manner, watcher).hold(mind, times);
  }

  /** Ends what is still going on. */
  @Override
  public void close() {
    dialer.close();
    pace.close();
  }
}
