package dev.soundcheck.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where clients come in, and who is let in.
 *
 * @param host the address it listens on
 * @param port the port; 0 takes a free one
 * @param tls the folder of the certificate authority and certificate, made where absent; empty for
 *     plain {@code ws://}
 * @param keys API keys that are accepted; empty accepts any key and none
 * @param secretsKey what client secrets are signed with; empty for the keys, and without any for
 *     one that nobody else has
 * @param controlKey what whoever uses the control API has to show; empty for this machine alone,
 *     without a key
 */
record Doors(
    String host,
    int port,
    Optional<Path> tls,
    List<String> keys,
    Optional<String> secretsKey,
    Optional<String> controlKey) {
  Doors {
    keys = List.copyOf(keys);
    if (port < 0 || port > 65_535) {
      throw new ServerException(
          "The port must lie between 0 and 65535, but was %d.".formatted(port));
    }
    if (controlKey.filter(String::isBlank).isPresent()) {
      throw new ServerException("The control key must not be blank. Leave it out to have none.");
    }
    if (secretsKey.filter(String::isBlank).isPresent()) {
      throw new ServerException(
          "The key of client secrets must not be blank. Leave it out to sign with the API keys.");
    }
    if (keys.stream().anyMatch(String::isBlank)) {
      throw new ServerException("A key must not be blank. Leave keys out to accept any.");
    }
  }

  /** Without the keys: they must not reach a log. */
  @Override
  public String toString() {
    return "Doors[%s:%d, %d keys]".formatted(host, port, keys.size());
  }
}
