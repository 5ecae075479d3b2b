package dev.soundcheck.server.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request over HTTP, whatever carried it.
 *
 * @param method in capitals
 * @param path without the query, decoded
 * @param query every value of every parameter, in order
 * @param headers every value of every header; names in any case
 * @param body the text of the body; empty when there is none
 * @param local whether it came from this machine
 */
public record ApiRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    String body,
    boolean local) {
  public ApiRequest {
    query = Map.copyOf(query);
    Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = anyCase;
  }

  /** A request from this machine. */
  public ApiRequest(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      String body) {
    this(method, path, query, headers, body, true);
  }

  /** The same with this in it. */
  public ApiRequest with(String content) {
    return new ApiRequest(method, path, query, headers, content, local);
  }

  /** The same at another path. */
  public ApiRequest at(String other) {
    return new ApiRequest(method, other, query, headers, body, local);
  }

  /** The first value of this parameter that is not blank. */
  public Optional<String> parameter(String name) {
    return firstOf(query.getOrDefault(name, List.of()));
  }

  /** The first value of this header that is not blank. */
  public Optional<String> header(String name) {
    return firstOf(headers.getOrDefault(name, List.of()));
  }

  /** Whether this asks for a WebSocket (RFC 6455 section 4.1). */
  public boolean asksForSocket() {
    return method.equals("GET")
        && header("Upgrade")
            .filter(to -> to.toLowerCase(Locale.ROOT).contains("websocket"))
            .isPresent();
  }

  /** The subprotocols offered, in order. */
  public List<String> subprotocols() {
    return headers.getOrDefault("Sec-WebSocket-Protocol", List.of()).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .filter(offered -> !offered.isEmpty())
        .toList();
  }

  private static Optional<String> firstOf(List<String> values) {
    return values.stream().map(String::strip).filter(value -> !value.isEmpty()).findFirst();
  }
}
