package dev.soundcheck.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.cli.Model;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine.ParameterException;

/** The program understands every call of it that a document or a help shows. */
final class CommandLinesTest {
  @TestFactory
  Stream<DynamicTest> every_call_is_understood() {
    List<Command> shown =
        Stream.concat(
                Page.all().stream().flatMap(page -> Command.in(page).stream()), Helps.examples())
            .filter(Command::isOurs)
            .toList();
    assertThat(shown).hasSizeGreaterThan(100);
    return shown.stream()
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.where() + " " + command.text(),
                    () -> assertThat(misunderstood(command)).isEmpty()));
  }

  /** {@code `verify --snippets`} and such in sentences: some command has this option. */
  @Test
  void every_option_is_one_of_some_command() {
    assertThat(
            Page.all().stream()
                .flatMap(page -> page.spans().stream().map(span -> Helps.unknownOption(page, span)))
                .flatMap(List::stream))
        .isEmpty();
  }

  @Test
  void a_notation_is_expanded_so_that_each_part_is_called_once() {
    assertThat(
            Notation.calls(
                "talk (--wav FILE... | --say TEXT)... [--time real|virtual] [--mic [ID]]"))
        .extracting(call -> String.join(" ", call))
        .containsExactly(
            "talk --wav x",
            "talk --say x",
            "talk --wav x --time real",
            "talk --wav x --time virtual",
            "talk --wav x --mic",
            "talk --wav x --mic x");
  }

  @Test
  void a_call_that_the_program_does_not_take_is_told() {
    assertThat(misunderstood(List.of("serve", "--prot", "1"))).isNotEmpty();
    assertThat(misunderstood(List.of("serve", "--profile", "dead"))).isNotEmpty();
    assertThat(misunderstood(List.of("srve"))).isNotEmpty();
  }

  private static List<String> misunderstood(Command command) {
    String arguments =
        command.isMention()
            ? command.arguments().replaceFirst(" ?--.*", "") + " --help"
            : command.arguments();
    return Notation.calls(arguments).stream().flatMap(CommandLinesTest::misunderstood).toList();
  }

  private static Stream<String> misunderstood(List<String> call) {
    try {
      Model.commands().parseArgs(call.toArray(String[]::new));
      return Stream.of();
    } catch (ParameterException wrong) {
      return Stream.of(String.join(" ", call) + ": " + wrong.getMessage());
    }
  }
}
