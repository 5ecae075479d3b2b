package dev.soundcheck.script;

import static dev.soundcheck.script.Roleplay.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Gherkin offers works: outlines, backgrounds, rules beside scenarios, other languages. */
final class GherkinTest {
  private static final String FEATURE =
      """
      Feature: Shops
        Background:
          Given a session with manual turns

        Scenario Outline: Price of <thing>
          When the user types "How much is the <thing>?"
          Then the assistant calls "look" with
            \"""
            {"thing": "<thing>"}
            \"""

          Examples:
            | thing |
            | bread |
            | milk  |

        Rule: Small talk
          Background:
            Given the tool "look" with
              \"""
              {"type": "object"}
              \"""

          Scenario: Greeting
            When the user types "Hello \\"you\\"."
            Then the assistant says "Hello."
      """;

  private final Map<String, Program> programs = Roleplay.compiled(FEATURE);

  private static Move turn(Program program, Position position, String words) {
    Turn turn = new Turn(Turn.Kind.TYPED, words, Duration.ZERO, List.of(), false);
    return program.see(position, new Seen.Asked(Duration.ZERO, turn));
  }

  private Program program(String name) {
    return programs.values().stream()
        .filter(program -> program.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_row_of_an_outline_is_a_scenario_and_a_rule_is_one_program() {
    assertThat(programs.keySet())
        .containsExactly("t/price-of-bread", "t/price-of-milk", "t/small-talk");
  }

  @Test
  void values_of_examples_stand_in_lines_and_in_json() {
    Program milk = program("t/price-of-milk");
    Move opened = milk.see(milk.start(Role.SERVER), new Seen.Opened(Duration.ZERO));
    Move asked = turn(milk, opened.position(), "How much is the milk?");
    assertThat(asked.unmet()).isEmpty();
    assertThat(said(asked.acts()))
        .containsExactly("Call[tool=look, arguments={\"thing\":\"milk\"}]");
  }

  @Test
  void backgrounds_come_before_scenarios_and_rules() {
    Program talk = program("t/small-talk");
    Move opened = talk.see(talk.start(Role.CLIENT), new Seen.Opened(Duration.ZERO));
    assertThat(opened.acts())
        .singleElement()
        .extracting(act -> ((Act.Configure) act).session().toString())
        .asString()
        .startsWith("{\"turn_detection\":null,\"tools\":[{\"type\":\"function\",\"name\":\"look\"");
    Move asked = turn(talk, talk.start(Role.SERVER), "hello \"you\"");
    assertThat(asked.unmet()).extracting(Unmet::found).containsExactly("no tools");
    assertThat(said(asked.acts())).containsExactly("Hello.");
  }

  @Test
  void sessions_that_share_a_program_do_not_meet() {
    Program bread = program("t/price-of-bread");
    Position first = bread.see(bread.start(Role.SERVER), new Seen.Opened(Duration.ZERO)).position();
    Position second =
        bread.see(bread.start(Role.SERVER), new Seen.Opened(Duration.ZERO)).position();
    assertThat(turn(bread, first, "How much is the bread?").over()).isTrue();
    assertThat(turn(bread, second, "How much is the bread?").unmet()).isEmpty();
  }

  @Test
  void keywords_may_be_of_another_language() {
    String german =
        "# language: de\nFunktionalität: F\n  Szenario: Gruß\n    Wenn the user says \"Hallo\"\n";
    assertThat(Roleplay.compiled(german).keySet()).containsExactly("t/gruß");
  }
}
