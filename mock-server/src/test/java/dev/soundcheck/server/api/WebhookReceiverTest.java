package dev.soundcheck.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Repertoire;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is announced is enough for an app to tell ours from others': a receiver as Standard Webhooks
 * asks for takes it, and nothing that was changed, is old or was seen before.
 */
final class WebhookReceiverTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final String GREETED = "calls/a-caller-is-greeted-and-asks-something";

  /** An announcement as it came. */
  private record Letter(Map<String, String> headers, String body) {
    Letter with(String header, String value) {
      Map<String, String> others = new LinkedHashMap<>(headers);
      others.put(header, value);
      return new Letter(others, body);
    }

    Letter without(String header) {
      Map<String, String> others = new LinkedHashMap<>(headers);
      others.remove(header);
      return new Letter(others, body);
    }
  }

  /** An app, written from the specification and with nothing of ours. */
  private static final class Receiver {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] key;
    private final Set<String> seen = new HashSet<>();

    Receiver(String key) {
      this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    boolean takes(Letter letter, Instant now) throws GeneralSecurityException {
      String id = letter.headers().getOrDefault("webhook-id", "");
      String timestamp = letter.headers().getOrDefault("webhook-timestamp", "");
      String shown = letter.headers().getOrDefault("webhook-signature", "");
      if (id.isEmpty() || !timestamp.matches("[0-9]{1,12}")) {
        return false;
      }
      Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
      boolean fresh = Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
      String signed = "%s.%s.%s".formatted(id, timestamp, letter.body());
      return fresh
          && MessageDigest.isEqual(
              ("v1," + hmac(signed)).getBytes(StandardCharsets.UTF_8),
              shown.getBytes(StandardCharsets.UTF_8))
          && seen.add(id);
    }

    private String hmac(String text) throws GeneralSecurityException {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private final List<Letter> posted = new ArrayList<>();
  private final Receiver app = new Receiver("open sesame");

  @BeforeEach
  void announce_two_calls() throws RefusedException {
    CallDesk desk =
        new CallDesk(
            new Casting(new Bill(Repertoire.builtIn()), Profile.LIVE),
            test -> NOW,
            1,
            Optional.of(new Webhook(URI.create("http://localhost/"), "open sesame")),
            (to, headers, body) -> {
              posted.add(new Letter(headers, body));
              return CompletableFuture.completedFuture(200);
            },
            call -> {});
    for (int calls = 0; calls < 2; calls++) {
      desk.place("", GREETED, Optional.empty(), Optional.empty(), Map.of());
    }
  }

  @Test
  void each_announcement_is_taken_once() throws Exception {
    assertThat(app.takes(posted.get(0), NOW)).isTrue();
    assertThat(app.takes(posted.get(1), NOW.plusSeconds(200))).isTrue();
    assertThat(app.takes(posted.get(0), NOW)).as("replayed").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
  void one_that_lacks_something_or_has_that_of_another_is_not(String header) throws Exception {
    Letter letter = posted.get(0);

    assertThat(app.takes(letter.without(header), NOW)).isFalse();
    assertThat(app.takes(letter.with(header, ""), NOW)).isFalse();
    assertThat(app.takes(letter.with(header, "1"), NOW)).isFalse();
  }

  @Test
  void neither_is_one_that_is_changed_old_or_signed_by_another() throws Exception {
    Letter letter = posted.get(0);
    String later = Long.toString(NOW.plusSeconds(1).getEpochSecond());

    assertThat(app.takes(letter.with("webhook-timestamp", later), NOW)).isFalse();
    assertThat(app.takes(new Letter(letter.headers(), letter.body() + " "), NOW)).isFalse();
    assertThat(app.takes(new Letter(posted.get(1).headers(), letter.body()), NOW)).isFalse();
    assertThat(app.takes(letter, NOW.plusSeconds(301))).isFalse();
    assertThat(app.takes(letter, NOW.minusSeconds(301))).isFalse();
    assertThat(new Receiver("open sesamE").takes(letter, NOW)).isFalse();
  }
}
