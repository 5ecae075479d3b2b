package dev.soundcheck.server.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is answered to a request.
 *
 * @param status of HTTP
 * @param headers by name
 * @param body text; empty for none
 * @param feed what goes on coming behind the body
 */
public record ApiReply(int status, Map<String, String> headers, String body, Optional<Feed> feed) {
  public ApiReply {
    headers = Map.copyOf(headers);
  }

  /** A reply that is complete. */
  public ApiReply(int status, Map<String, String> headers, String body) {
    this(status, headers, body, Optional.empty());
  }

  /** Text of some other type. */
  public static ApiReply text(String type, String body) {
    return new ApiReply(200, Map.of("Content-Type", type, "Cache-Control", "no-store"), body);
  }

  /** Server-sent events, as long as somebody reads them. */
  public static ApiReply events(Feed feed) {
    return new ApiReply(
        200,
        Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-store"),
        "",
        Optional.of(feed));
  }

  /** A JSON object. */
  public static ApiReply json(int status, ObjectNode body) {
    return new ApiReply(
        status,
        Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
        body.toString());
  }

  /**
   * A refusal in the shape of the vendor's other REST endpoints, {@code {"code", "error"}}
   * (live-behaviour.md §5.4).
   */
  public static ApiReply refusal(int status, String code, String error) {
    return json(status, refusalBody(code, error));
  }

  /** A refusal that names what was perhaps meant. */
  public static ApiReply refusal(int status, String code, String error, List<String> choices) {
    ObjectNode body = refusalBody(code, error);
    choices.forEach(body.putArray("choices")::add);
    return json(status, body);
  }

  /** The same with another header. */
  public ApiReply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiReply(status, more, body, feed);
  }

  private static ObjectNode refusalBody(String code, String error) {
    return JsonNodeFactory.instance.objectNode().put("code", code).put("error", error);
  }
}
