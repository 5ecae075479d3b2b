package dev.soundcheck.conformance.suite;

import dev.soundcheck.conformance.client.VoiceClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What one conversation is held on: who talks, and the time in which that happens. */
public interface Line extends AutoCloseable {
  /** Who talks. */
  VoiceClient client();

  /**
   * Waits for something, but no longer than this.
   *
   * @return what it is; nothing when it did not come
   * @throws java.util.concurrent.CompletionException when it failed
   */
  <T> Optional<T> await(CompletableFuture<T> something, Duration limit);

  /** Ends what is still going on. */
  @Override
  void close();

  /** The network, and the machine's own time. */
  static Line network() {
    VoiceClient client = new VoiceClient();
    return new Line() {
      @Override
      public VoiceClient client() {
        return client;
      }

      @Override
      public <T> Optional<T> await(CompletableFuture<T> something, Duration limit) {
        return something
            .thenApply(Optional::of)
            .completeOnTimeout(Optional.empty(), limit.toMillis(), TimeUnit.MILLISECONDS)
            .join();
      }

      @Override
      public void close() {
        client.close();
      }
    };
  }
}
