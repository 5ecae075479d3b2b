package dev.soundcheck.server.api;

import java.util.Base64;
import java.util.Optional;

/** A client secret as clients show it: base64 for URLs, which may stand in a subprotocol. */
final class SecretText {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private SecretText() {}

  static String of(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /**
   * Base64 can be written in several ways at its end; one of them is a secret's. Nothing that is
   * secret is compared here.
   */
  static Optional<byte[]> bytes(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return Optional.of(bytes).filter(it -> of(it).equals(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
