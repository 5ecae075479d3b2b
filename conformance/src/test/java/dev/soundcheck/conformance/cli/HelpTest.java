package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Profile;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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

  /** The list of commands says of each what it does, in whole sentences. */
  @Test
  void every_command_is_listed_with_a_sentence() {
    String help = Ran.soundcheck("--help").out().replaceAll("\\s+", " ");
    String list = help.substring(help.indexOf("Commands: "), help.indexOf(" First steps:"));

    assertThat(list.split("(?<=\\.) "))
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.matches("(Commands: )?[a-z]+ [A-Z].*\\."));
    assertThat(list).contains("diff Compares two traces of one conversation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve", "talk", "test server", "test client", "load", "record", "replay", "scenarios",
        "faults", "limits", "import", "verify", "diff", "report", "schemas", "completion"
      })
  void every_command_shows_an_example(String command) {
    assertThat(Ran.soundcheck((command + " --help").split(" ")).out())
        .containsPattern("(?m)^Examples?:$");
  }
}
