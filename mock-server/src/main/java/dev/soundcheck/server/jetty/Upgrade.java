package dev.soundcheck.server.jetty;

import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** What RFC 6455 asks of the handshake and Jetty does not look at. */
final class Upgrade {
  private static final String VERSION = "Sec-WebSocket-Version";
  private static final String OURS = "13";

  /** Sixteen bytes in base64. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{21}[AQgw]==");

  private Upgrade() {}

  /** The answer to a handshake that cannot go on (sections 4.2.1, 4.2.2 and 4.4). */
  static Optional<ApiReply> mistake(ApiRequest asked) {
    String version = asked.header(VERSION).orElse(OURS);
    if (!version.equals(OURS)) {
      return Optional.of(
          ApiReply.refusal(
                  426,
                  "bad-upgrade",
                  "The version of the WebSocket protocol is 13, but '%s' was asked for (RFC 6455 section 4.4)."
                      .formatted(version))
              .with(VERSION, OURS));
    }
    return asked.header("Sec-WebSocket-Key").filter(key -> KEY.matcher(key).matches()).isPresent()
        ? Optional.empty()
        : Optional.of(
            ApiReply.refusal(
                400,
                "bad-upgrade",
                "Sec-WebSocket-Key must be 16 bytes in base64 (RFC 6455 section 4.2.1)."));
  }
}
