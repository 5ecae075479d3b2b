package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Profile;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --help} says of options that several commands have. */
final class HelpTest {
  /** design.md, "Wire profiles": all are named wherever one is chosen. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "record",
        "talk",
        "replay",
        "verify",
        "schemas show",
        "schemas export",
        "schemas asyncapi"
      })
  void whoever_chooses_a_profile_is_told_all(String command) {
    Ran ran = Ran.soundcheck((command + " --help").split(" "));

    assertThat(ran.status()).isZero();
    assertThat(ran.out().replaceAll("\\s+", " "))
        .contains(
            Arrays.stream(Profile.values()).map(Profile::id).collect(Collectors.joining(", ")));
  }
}
