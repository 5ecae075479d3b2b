package dev.soundcheck.server.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What lets a page of any origin use this server (clients.md §8): the mock is local, and a page
 * under test comes from some other port.
 */
final class CrossOrigin {
  private CrossOrigin() {}

  /** The control API is for pages of this machine only: it can change what is played. */
  static ApiReply allow(ApiRequest request, ApiReply reply) {
    if (request.path().startsWith(Front.CONTROL)) {
      return reply;
    }
    return reply.with("Access-Control-Allow-Origin", "*");
  }

  /**
   * The answer to a browser that asks before it sends; from a public page to a private network too.
   */
  static ApiReply preflight(ApiRequest request) {
    if (request.path().startsWith(Front.CONTROL)) {
      return new ApiReply(204, Map.of(), "");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Access-Control-Allow-Origin", "*");
    headers.put("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS");
    headers.put(
        "Access-Control-Allow-Headers",
        request
            .header("Access-Control-Request-Headers")
            .orElse("authorization, content-type, api-key, x-soundcheck-scenario"));
    headers.put("Access-Control-Max-Age", "600");
    if (request.header("Access-Control-Request-Private-Network").isPresent()) {
      headers.put("Access-Control-Allow-Private-Network", "true");
    }
    return new ApiReply(204, headers, "");
  }
}
