package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What {@code --help} says of options that several commands have. */
final class HelpTest {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));

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
    String list = help.substring(help.indexOf("Commands: "), help.indexOf(" Exit status:"));

    assertThat(list.split("(?<=\\.) "))
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.matches("(Commands: )?[a-z]+ [A-Z].*\\."));
    assertThat(list).contains("diff Compares two traces of one conversation");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_shows_an_example_and_what_it_ends_with(String command) {
    assertThat(Ran.soundcheck((command + " --help").split(" ")).out())
        .containsPattern("(?m)^(Examples?|First steps):$")
        .containsPattern("(?m)^Exit status:\\R +0 .*(\\R +1 .*)?\\R +2 ");
  }

  /** docs/exit-status.md tells what 1 means, of whom, and who never ends with it. */
  @ParameterizedTest
  @MethodSource("commands")
  void the_page_of_exit_statuses_says_the_same(String command) throws IOException {
    String page = Files.readString(ROOT.resolve("docs/exit-status.md")).replaceAll("\\s+", " ");
    String help = Ran.soundcheck((command + " --help").split(" ")).out();
    Matcher found = Pattern.compile("(?m)^ +1 +(.*)$").matcher(help);

    if (found.find() && !command.isBlank() && !command.equals("test")) {
      assertThat(page)
          .containsPattern("`%s`[^|]* \\| %s".formatted(command, Pattern.quote(found.group(1))));
    }
  }

  private static Stream<String> commands() {
    return below(Model.commands())
        .map(command -> command.getCommandSpec().qualifiedName())
        .map(name -> name.replaceFirst("^soundcheck ?", ""));
  }

  private static Stream<CommandLine> below(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream()
            .filter(one -> !one.getCommandSpec().usageMessage().hidden())
            .flatMap(HelpTest::below));
  }
}
