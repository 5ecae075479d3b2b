package dev.soundcheck.server.api;

import java.util.List;

/** Replies to requests that cannot be served, wherever they are found out. */
final class Refusals {
  private Refusals() {}

  static ApiReply noCredential() {
    return unauthorized(
        "No API key was given. Send 'Authorization: Bearer <key>', 'api-key: <key>' or the subprotocol"
            + " 'xai-client-secret.<secret>'.");
  }

  static ApiReply wrongCredential() {
    return unauthorized(
        "The key is none of those that the server was started with, or a client secret that was used"
            + " before or has expired. A client secret opens one socket.");
  }

  static ApiReply nothingAt(String path, List<String> endpoints) {
    return ApiReply.refusal(
        404,
        "not-found",
        "There is nothing at '%s'. There are: %s.".formatted(path, String.join(", ", endpoints)));
  }

  static ApiReply upgradeRequired() {
    return ApiReply.refusal(
            426,
            "upgrade-required",
            "This is a WebSocket: connect to it with ws:// or wss:// in place of http:// or https://.")
        .with("Upgrade", "websocket");
  }

  static ApiReply notAllowed(String method, String path, String allowed) {
    return ApiReply.refusal(
            405,
            "method-not-allowed",
            "%s is not possible at '%s'. Use %s.".formatted(method, path, allowed))
        .with("Allow", allowed);
  }

  /** As the vendor's other REST endpoints begin it (live-behaviour.md §5.4). */
  static ApiReply incorrectKey() {
    return unauthorized("Incorrect API key provided: this server was told to refuse every key.");
  }

  /** What a team without credits is told (live-behaviour.md §5.4). */
  static ApiReply noCredits() {
    return ApiReply.refusal(
        403, "permission-denied", "This team doesn't have any credits or no realtime access.");
  }

  static ApiReply tooManyRequests() {
    return ApiReply.refusal(
            429, "resource-exhausted", "Too many requests. Try again in a few seconds.")
        .with("Retry-After", "5");
  }

  static ApiReply secretForCall() {
    return unauthorized("A client secret cannot join a call. Use an API key.");
  }

  private static ApiReply unauthorized(String why) {
    return ApiReply.refusal(401, "unauthenticated", why).with("WWW-Authenticate", "Bearer");
  }
}
