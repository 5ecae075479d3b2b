package dev.soundcheck.server.jetty;

import java.nio.file.Path;
import java.security.KeyStore;

/**
 * A certificate with its key, and the authority that clients must trust.
 *
 * @param authority the authority's certificate, as PEM
 * @param keys holds one key with its chain
 * @param password opens the key
 */
public record Identity(Path authority, KeyStore keys, String password) {
  /** Without the password: it must not reach a log. */
  @Override
  public String toString() {
    return "Identity[%s]".formatted(authority);
  }
}
