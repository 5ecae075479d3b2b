package dev.soundcheck.conformance.proxy;

import dev.soundcheck.schemas.TraceText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server that is recorded.
 *
 * @param url a {@code ws://} or {@code wss://} address
 * @param key sent as {@code Authorization: Bearer} in place of what the client sends
 * @param authority a PEM file of certificates to trust instead of the usual ones
 */
public record Upstream(URI url, Optional<String> key, Optional<Path> authority) {
  /** Without a key of its own and with the usual trust. */
  public static Upstream of(URI url) {
    return new Upstream(url, Optional.empty(), Optional.empty());
  }

  /** Path and query that a client dials to come to {@link #url}. */
  public String place() {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  /** Where a WebSocket goes that was asked for here; {@code /} stands for {@link #place}. */
  URI socket(String asked) throws URISyntaxException {
    return new URI(url.getScheme() + "://" + url.getRawAuthority() + placed(asked));
  }

  /** Where any other request goes. */
  URI http(String asked) throws URISyntaxException {
    String scheme = url.getScheme().equals("wss") ? "https" : "http";
    return new URI(scheme + "://" + url.getRawAuthority() + asked);
  }

  /** Without the key: it must not reach a log. */
  @Override
  public String toString() {
    return "Upstream[%s]".formatted(TraceText.address(url));
  }

  private String placed(String asked) {
    return asked.equals("/") ? place() : asked;
  }
}
