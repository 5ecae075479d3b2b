package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A scenario on several connections (live-behaviour.md 2.12: a client comes back by an id). */
final class ReturnsTest {
  private static final String BACK =
      """
      Feature: F
        Scenario: S
          When the user types "One"
          Then the assistant says "Two."
          When the client is cut off
          And the client comes back
          When the user types "Three"
          Then the assistant says "Four."
      """;

  private static Program compiled(String text) {
    return Programs.of(text).orElseThrow();
  }

  private static void mistake(String text, String expected) {
    assertThatThrownBy(() -> Programs.of(text))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void each_connection_has_its_own_lines_and_the_name_of_the_scenario() {
    Program first = compiled(BACK);
    Program second = first.sequel().orElseThrow();

    assertThat(second.name()).isEqualTo(first.name());
    assertThat(second.sequel()).isEmpty();
    assertThat(new Duet(first).play().unmet).isEmpty();
    assertThat(new Duet(second).play().unmet).isEmpty();
  }

  @Test
  void a_client_comes_back_as_often_as_it_is_gone() {
    Program first =
        compiled(
            BACK
                + """
                    When the client hangs up
                    And the client comes back
                    And the user types "Five"
                    Then the assistant says "Six."
                """);

    assertThat(first.sequel().flatMap(Program::sequel)).isPresent();
  }

  @Test
  void it_cannot_come_back_before_it_is_gone() {
    mistake(
        BACK.replace("When the client is cut off", "When after 1 s"),
        "6:9: expected the end of the connection in the line before 'the client comes back', such"
            + " as 'the client is cut off'");
  }

  @Test
  void something_happens_when_it_is_back() {
    mistake(
        BACK.substring(0, BACK.indexOf("    When the user types \"Three\"")),
        "6:9: expected lines after 'the client comes back', got none");
  }

  @Test
  void in_a_rule_nobody_comes_back() {
    mistake(
        BACK.replace("  Scenario:", "  Rule: R\n  Scenario:"),
        "expected 'the client comes back' in a scenario, got it in a rule");
  }

  @Test
  void choices_are_over_before() {
    mistake(
        BACK.replace("When the user types \"One\"", "* either the user types \"One\"")
            + "    * or the user types \"Five\"\n    Then the assistant says \"Six.\"\n",
        "expected 'the client comes back' outside a choice, got it in one");
  }
}
