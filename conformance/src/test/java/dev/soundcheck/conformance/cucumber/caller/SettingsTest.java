package dev.soundcheck.conformance.cucumber.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.schemas.Profile;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The properties by which a suite is told its server. */
final class SettingsTest {
  private static Settings told(Map<String, String> properties) {
    return Settings.told(
        name -> Optional.ofNullable(properties.get(name)), Optional.of("key of the environment"));
  }

  @Test
  void without_any_there_is_no_server_and_the_contract_is_that_of_today() {
    assertThat(told(Map.of("soundcheck.url", " ")).target()).isEmpty();
    assertThat(told(Map.of()).profile()).isEqualTo(Profile.LIVE);
  }

  @Test
  void each_is_taken_and_a_key_that_is_given_counts_before_that_of_the_environment() {
    Map<String, String> url = Map.of("soundcheck.url", "wss://voice.example/v1/realtime");
    Settings all =
        told(
            Map.of(
                "soundcheck.url", "ws://127.0.0.1:8765/v1/realtime",
                "soundcheck.key", "k",
                "soundcheck.profile", "launch"));

    assertThat(told(url).key()).hasValue("key of the environment");
    assertThat(all.url()).hasValue(URI.create("ws://127.0.0.1:8765/v1/realtime"));
    assertThat(all.key()).hasValue("k");
    assertThat(all.profile()).isEqualTo(Profile.LAUNCH);
  }

  @Test
  void all_mistakes_are_told_together() {
    Map<String, String> wrong =
        Map.of(
            "soundcheck.url", "http://127.0.0.1:8765",
            "soundcheck.ca", "none.pem",
            "soundcheck.profile", "lunch");

    assertThatThrownBy(() -> told(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "soundcheck.url: expected ws://HOST:PORT/PATH or wss://…, found 'http://127.0.0.1:8765'.",
            "soundcheck.ca: there is no file 'none.pem' to read.",
            "soundcheck.profile: expected one of %s, found 'lunch'."
                .formatted(Arrays.stream(Profile.values()).map(Profile::id).toList()));
    assertThatThrownBy(() -> told(Map.of("soundcheck.url", "ws://a b")))
        .hasMessageContaining("soundcheck.url: expected ws://HOST:PORT/PATH");
  }
}
