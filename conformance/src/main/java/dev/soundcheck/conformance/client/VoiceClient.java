package dev.soundcheck.conformance.client;

import java.util.concurrent.CompletableFuture;

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
   * Calls, says what the mind wants, and hangs up.
   *
   * @return what came of it; a conversation that did not come about or broke off is an outcome with
   *     a failure, and only sound that cannot be read completes it exceptionally
   */
  public CompletableFuture<Outcome> hold(Target target, Mind mind, Manner manner, Watcher watcher) {
    LiveCall call = new LiveCall(mind, manner, watcher, pace);
    dialer.dial(target, call);
    return call.outcome();
  }

  /** Ends what is still going on. */
  @Override
  public void close() {
    dialer.close();
    pace.close();
  }
}
