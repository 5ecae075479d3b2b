package dev.soundcheck.server.api;

import java.util.List;
import java.util.Optional;

/**
 * Which subprotocol is answered: browsers refuse a connection that answers none of those they
 * offered.
 */
final class Subprotocols {
  private static final String SECRET = "xai-client-secret.";

  private Subprotocols() {}

  /** {@code realtime}, else the client secret, else the first (decisions.md, "Orders"). */
  static Optional<String> answered(List<String> offered) {
    if (offered.contains("realtime")) {
      return Optional.of("realtime");
    }
    Optional<String> secret = offered.stream().filter(one -> one.startsWith(SECRET)).findFirst();
    return secret.or(() -> offered.stream().findFirst());
  }
}
