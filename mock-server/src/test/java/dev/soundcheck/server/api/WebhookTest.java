package dev.soundcheck.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signature of Standard Webhooks (live-behaviour.md §7.3). */
final class WebhookTest {
  private static final URI APP = URI.create("http://localhost:3000/webhook");

  /** The example of the specification's reference libraries. */
  @Test
  void signs_as_the_reference_libraries_do() {
    Webhook webhook = new Webhook(APP, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertThat(
            webhook.signature(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void a_secret_of_other_text_is_the_key_itself() {
    Webhook encoded = new Webhook(APP, Webhook.USUAL_SECRET);
    Webhook plain = new Webhook(APP, "soundcheck");

    assertThat(plain.signature("m", 1, "{}")).isEqualTo(encoded.signature("m", 1, "{}"));
    assertThat(plain.toString()).doesNotContain("soundcheck");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://localhost/x, s, webhook must be",
    "localhost:3000, s, webhook must be",
    "http://localhost:3000, ' ', secret must be",
    "http://localhost:3000, whsec_?, secret must be",
    "http://localhost:3000, whsec_, secret must be",
  })
  void what_cannot_work_is_refused(String to, String secret, String why) {
    assertThatThrownBy(() -> new Webhook(URI.create(to), secret)).hasMessageContaining(why);
  }
}
