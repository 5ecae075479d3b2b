package dev.soundcheck.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
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
 * @param open whether others may reach it though no key is asked for
 * @param controlKey what whoever uses the control API has to show; empty for this machine alone,
 *     without a key
 */
record Doors(
    String host,
    int port,
    Optional<Path> tls,
    List<String> keys,
    Optional<String> secretsKey,
    boolean open,
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

  /**
   * The address that the host means. Whether others can reach it is a matter of this, not of its
   * name.
   *
   * @throws ServerException when there is none, or others can reach it and nobody asks for a key
   */
  InetAddress address() {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (!address.isLoopbackAddress() && keys.isEmpty() && !open) {
        throw new ServerException(
            "Others than this machine can reach '%s', and no key is asked for. Give --key KEY (in Java keys) to let in those who know it, or --open (open) where all may come in."
                .formatted(host));
      }
      return address;
    } catch (UnknownHostException nowhere) {
      throw new ServerException(
          "There is no address '%s'. Use --host 127.0.0.1 for this machine alone.".formatted(host),
          nowhere);
    }
  }

  /** Without the keys: they must not reach a log. */
  @Override
  public String toString() {
    return "Doors[%s:%d, %d keys]".formatted(host, port, keys.size());
  }
}
