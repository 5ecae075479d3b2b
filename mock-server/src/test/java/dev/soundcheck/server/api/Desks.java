package dev.soundcheck.server.api;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Desks for tests that are about something else. */
final class Desks {
  private Desks() {}

  /** One that announces nothing. */
  static CallDesk quiet(Casting casting) {
    return new CallDesk(
        casting,
        test -> Instant.EPOCH,
        1,
        Optional.empty(),
        (to, headers, body) -> CompletableFuture.completedFuture(200),
        call -> {});
  }
}
