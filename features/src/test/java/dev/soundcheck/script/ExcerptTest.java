package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines of the language among somebody else's (issue 4, point 7: a downstream suite). */
final class ExcerptTest {
  private static final String FEATURE =
      """
      # language: en
      @app
      Feature: An app of somebody's
        It has steps of its own.

        Background:
          Given the app is installed
          And a session with server VAD

        Rule: Greetings
          Scenario: Hello
            When the app is opened
              | page  |
              | start |
            And the user types "Hello"
            Then the assistant says "Good morning."
            And the app shows "Good morning."

          Scenario Outline: In <city>
            When the user types "Weather in <city>"
            Then the assistant calls "get_weather" with
              \"""json
              {"city": "<city>"}
              \"""
            And the app is closed

            Examples:
              | city  |
              | Paris |
              | Rome  |

        Scenario: Nothing of ours
          When the app is opened
      """;

  private static Optional<Excerpt.Part> at(long line, String text) {
    return new Excerpt("app.feature", text, name -> Optional.empty()).at(line);
  }

  private static Move first(Program program) {
    return program.see(program.start(Role.SERVER), new Seen.Opened(java.time.Duration.ZERO));
  }

  @Test
  void foreign_lines_are_left_out_and_ours_keep_their_places() {
    Excerpt.Part part = at(11, FEATURE).orElseThrow();

    assertThat(part.program().title()).isEqualTo("Hello");
    assertThat(part.lines()).containsExactly(8L, 15L, 16L);
    assertThat(first(part.program()).waitsFor())
        .isEqualTo("app.feature:15: the user types \"Hello\"");
  }

  @Test
  void a_row_of_examples_is_filled_in() {
    assertThat(first(at(30, FEATURE).orElseThrow().program()).waitsFor())
        .isEqualTo("app.feature:20: the user types \"Weather in Rome\"");
  }

  @Test
  void it_has_the_name_by_which_the_whole_feature_is_played_and_a_text_that_can_be_played_alone() {
    var excerpt =
        new Excerpt(
            "dev/soundcheck/features/greetings/app.feature", FEATURE, name -> Optional.empty());
    Excerpt.Part row = excerpt.at(30).orElseThrow();
    Excerpt.Part topLevel =
        at(2, "Feature: A\n  Scenario: B c\n    When the user types anything").get();

    assertThat(row.name()).isEqualTo("greetings/greetings");
    assertThat(row.program().name()).isEqualTo("greetings/in-rome");
    assertThat(topLevel.name()).isEqualTo("app/b-c");
    assertThat(first(Programs.of(row.text()).orElseThrow()).waitsFor())
        .isEqualTo("given:20: the user types \"Weather in Rome\"");
  }

  @Test
  void a_scenario_with_nothing_of_ours_is_none() {
    String alone = FEATURE.replace("    And a session with server VAD\n", "");

    assertThat(at(31, alone)).isEmpty();
    assertThat(at(3, FEATURE)).isEmpty();
  }

  @Test
  void mistakes_are_told_where_they_stand() {
    String wrong = FEATURE.replace("{\"city\": \"<city>\"}", "{\"city\": <city>}");

    assertThatThrownBy(() -> at(29, wrong))
        .isInstanceOf(ScriptException.class)
        .hasMessageStartingWith("app.feature:23:18: expected JSON, got what is not");
  }

  @Test
  void every_line_of_the_language_is_described_and_what_follows_it() {
    for (Phrase phrase : Phrases.ALL) {
      boolean followed =
          phrase.takesJson() || phrase.takesTable() || phrase.example().endsWith(" with");
      assertThat(phrase.example())
          .matches(Excerpt.lines(followed))
          .doesNotMatch(Excerpt.lines(!followed));
    }
    assertThat("within 2 s, the server sends \"error\" with").matches(Excerpt.lines(true));
    assertThat("the app is opened").doesNotMatch(Excerpt.lines(false));
  }

  @Test
  void tables_of_ours_are_kept() {
    String text =
        """
        Feature: Repeated
          Scenario: For each
            Given the app is opened
            And repeat for each of
              | words    |
              | one      |
              | two\\|2 |
            When the user types "<words>"
        """;
    Program program = at(2, text).orElseThrow().program();

    assertThat(first(program).waitsFor()).isEqualTo("app.feature:8: the user types \"one\"");
  }
}
