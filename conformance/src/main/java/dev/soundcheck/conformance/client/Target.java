package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.TraceText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where to call.
 *
 * @param url a {@code ws://} or {@code wss://} address, with its query
 * @param key sent as {@code Authorization: Bearer}; nothing is sent without one
 * @param authority a PEM file of certificates to trust instead of the usual ones
 */
public record Target(URI url, Optional<String> key, Optional<Path> authority) {
  /** Without a key and with the usual trust. */
  public static Target of(URI url) {
    return new Target(url, Optional.empty(), Optional.empty());
  }

  /** The same place, asked to play this scenario: {@code ?scenario=} (design.md, "Choosing"). */
  public Target playing(String scenario) {
    return asking("scenario", scenario);
  }

  /** The same place, asked to go on with this conversation (live-behaviour.md 2.12). */
  public Target resuming(String conversation) {
    return asking("conversation_id", conversation);
  }

  /** Without the key: it must not reach a log. */
  @Override
  public String toString() {
    return "Target[%s]".formatted(TraceText.address(url));
  }

  private Target asking(String member, String value) {
    String others =
        Stream.of(url.getRawQuery() == null ? "" : url.getRawQuery())
            .flatMap(all -> Stream.of(all.split("&")))
            .filter(one -> !one.isEmpty() && !one.startsWith(member + "="))
            .map(one -> one + "&")
            .collect(Collectors.joining());
    String query = "?" + others;
    String base = url.toString().replaceFirst("[?#].*$", "");
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2F", "/");
    return new Target(URI.create(base + query + member + "=" + encoded), key, authority);
  }
}
