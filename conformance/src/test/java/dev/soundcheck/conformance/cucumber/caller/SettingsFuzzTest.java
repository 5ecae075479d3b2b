package dev.soundcheck.conformance.cucumber.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Kinds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Whatever the properties of a suite say, they are taken, or each is told what is wrong with it.
 */
final class SettingsFuzzTest {
  private static final List<String> SAID =
      List.of(
          "ws://127.0.0.1:8765/v1/realtime|key|/dev/null|live",
          "wss://voice.example/v1/realtime?model=a||/nowhere/ca.pem|openai-ga",
          "|||documented");

  @Test
  void every_set_of_properties_is_taken_or_told_what_is_wrong() {
    Fuzz.ofTexts("caller", Kinds.expressions(), SAID).runTexts(SettingsFuzzTest::told);
  }

  private static boolean told(String text) {
    List<String> values = List.of(text.split("\\|", 4));
    List<String> names =
        List.of("soundcheck.url", "soundcheck.key", "soundcheck.ca", "soundcheck.profile");
    try {
      Settings settings =
          Settings.told(
              name ->
                  Optional.of(names.indexOf(name)).filter(i -> i < values.size()).map(values::get),
              Optional.empty());
      assertThat(settings.toString()).startsWith("Settings[");
      return true;
    } catch (IllegalArgumentException refused) {
      assertThat(String.valueOf(refused.getMessage()).lines())
          .allMatch(line -> line.startsWith("soundcheck."));
      return false;
    }
  }
}
