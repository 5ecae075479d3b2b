package dev.soundcheck.server.api;

import dev.soundcheck.schemas.TraceText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where calls are announced, and the secret that signs the announcements (Standard Webhooks;
 * live-behaviour.md §7.3).
 *
 * @param to an http or https address
 * @param secret {@code whsec_} and base64, or any other text, whose bytes are the key then
 */
public record Webhook(URI to, String secret) {
  /** Signs where no other secret is given; the key is the word soundcheck. */
  public static final String USUAL_SECRET = "whsec_c291bmRjaGVjaw==";

  private static final String ENCODED = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException when there is no way to post there or to sign with that
   */
  public Webhook {
    String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?") || to.getHost() == null) {
      throw new IllegalArgumentException(
          "The webhook must be an address such as http://localhost:3000/webhook, but was '%s'."
              .formatted(TraceText.address(to)));
    }
    if (secret.isBlank() || !decodes(secret) || key(secret).length == 0) {
      throw new IllegalArgumentException(
          "The webhook's secret must be 'whsec_' and base64, or any other text, but was blank or"
              + " no base64.");
    }
  }

  /** Announcements there, signed with {@link #USUAL_SECRET}. */
  public static Webhook at(URI to) {
    return new Webhook(to, USUAL_SECRET);
  }

  private static boolean decodes(String secret) {
    try {
      key(secret);
      return true;
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }

  private static byte[] key(String secret) {
    return secret.startsWith(ENCODED)
        ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
        : secret.getBytes(StandardCharsets.UTF_8);
  }

  /** The value of {@code webhook-signature}: HMAC-SHA256 of {@code id.timestamp.body}. */
  String signature(String id, long timestamp, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(secret), ALGORITHM));
      String signed = "%s.%d.%s".formatted(id, timestamp, body);
      byte[] digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Without the secret: it must not reach a log. */
  @Override
  public String toString() {
    return "Webhook[%s]".formatted(TraceText.address(to));
  }
}
