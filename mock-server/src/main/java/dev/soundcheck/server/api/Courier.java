package dev.soundcheck.server.api;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Carries announcements out of the house. Safe for use by many threads; never waits. */
@FunctionalInterface
public interface Courier {
  /**
   * Posts this once; done with the status of the answer, or exceptionally when none comes, with a
   * message for people that says why.
   */
  CompletableFuture<Integer> post(URI to, Map<String, String> headers, String body);
}
