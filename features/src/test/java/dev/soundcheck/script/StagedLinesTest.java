package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which scenarios can be held with a server that nobody tells what to do. */
final class StagedLinesTest {
  private static Optional<String> staged(String line) {
    return Programs.of(
            """
            Feature: Staged
              Scenario: One line
                %s
                When the user types "Hello"
            """
                .formatted(line))
        .orElseThrow()
        .staged();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Given the next \"response.done\" is lost",
        "Given the server refuses the connection with 401",
        "Given a session that lasts at most 8 s",
        "Given a call from \"+15550100\"",
        "Given the assistant first hears \"Last ones.\"",
        "Given the tools of \"docs\" cannot be listed: \"gone\"",
      })
  void a_line_that_a_server_has_to_be_told_is_named(String line) {
    assertThat(staged(line)).hasValue("given:3: " + line.replaceFirst("Given ", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Given a session with server VAD",
        "Given the pace \"20ms/20ms\"",
        "Given a patience of 5 s",
      })
  void what_every_server_can_do_is_not(String line) {
    assertThat(staged(line)).isEmpty();
  }

  @Test
  void a_server_that_ends_the_connection_is_told_to_and_a_client_is_not() {
    String end = "Feature: End\n  Scenario: End\n    When the user types \"Hi\"\n    Then ";

    assertThat(Programs.of(end + "the connection closes with 1011 \"gone\"").get().staged())
        .hasValue("given:4: the connection closes with 1011 \"gone\"");
    assertThat(Programs.of(end + "the client hangs up").get().staged()).isEmpty();
  }

  @Test
  void a_line_inside_an_answer_or_after_coming_back_counts() {
    String program =
        """
        Feature: Later
          Scenario: Later
            When the user types "Hi"
            Then the assistant says "Hello."
            %s
        """;
    assertThat(
            Programs.of(program.formatted("And 600 ms into the answer, the connection breaks"))
                .get()
                .staged())
        .isPresent();
    assertThat(
            Programs.of(
                    program.formatted(
                        """
                        When the client hangs up
                            And the client comes back
                            When the user types "Hi"
                            Then the connection breaks
                        """))
                .get()
                .staged())
        .isPresent();
  }
}
