package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every mistake of every file at once, each with its place (style.md §4.6, §4.10). */
final class MistakesTest {
  private static List<String> mistakesIn(String... texts) {
    List<FeatureSource> sources =
        java.util.stream.IntStream.range(0, texts.length)
            .mapToObj(
                index -> Roleplay.source("f/" + (char) ('a' + index) + ".feature", texts[index]))
            .toList();
    ScriptException thrown =
        catchThrowableOfType(
            ScriptException.class, () -> Repertoire.compiled(sources, Vocabulary.NONE));
    assertThat(thrown).hasMessage(String.join(System.lineSeparator(), thrown.mistakes()));
    return thrown.mistakes();
  }

  @Test
  void all_mistakes_of_all_files_come_together() {
    assertThat(
            mistakesIn(
                """
                Feature: F
                  Scenario: One
                    When the user sais "Hello."
                    Then the server sends "sesion.updated"
                    And the assistant calls "look" with
                      \"""json
                      {"city": Paris}
                      \"""
                """,
                """
                Feature: G
                  Scenario: Two
                    When the user says "Hello." from "hello.wav"
                """))
        .containsExactly(
            "f/a.feature:3:10: expected a phrase of the language, got 'the user sais \"Hello.\"',"
                + " did you mean 'the user says \"…\"'?",
            "f/a.feature:4:28: expected an event that servers send, got 'sesion.updated',"
                + " did you mean 'session.updated'?",
            "f/a.feature:7:16: expected JSON, got what is not: Unrecognized token 'Paris': was"
                + " expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            "f/b.feature:3:39: expected a WAV file beside the feature, got 'hello.wav', which is not"
                + " there or outside the folder of the features");
  }

  @Test
  void an_event_of_the_other_side_is_told() {
    assertThat(
            mistakesIn(
                """
                Feature: F
                  Scenario: S
                    When the client sends "ping"
                    And the client sends the unknown event "ping"
                    Then the server sends "session.update"
                """))
        .containsExactly(
            "f/a.feature:3:28: expected an event that clients send, got 'ping', which servers send",
            "f/a.feature:4:45: expected an event that the protocol does not have, got 'ping'",
            "f/a.feature:5:28: expected an event that servers send, got 'session.update',"
                + " which clients send");
  }

  @Test
  void json_is_asked_for_where_it_is_missing_and_refused_where_it_is_not_read() {
    assertThat(
            mistakesIn(
                """
                Feature: F
                  Scenario: S
                    When the client sends "session.update" with
                    And the client sends "response.create"
                      \"""
                      {}
                      \"""
                    And the client sends "response.create" with
                      \"""
                      [1]
                      \"""
                    And after 1 s
                      | a |
                """))
        .containsExactly(
            "f/a.feature:3:10: expected a doc string with JSON after"
                + " 'the client sends \"session.update\" with', got none",
            "f/a.feature:5:7: expected no doc string after"
                + " 'the client sends \"response.create\"', got one",
            "f/a.feature:10:7: expected a JSON object, got [1]",
            "f/a.feature:12:9: expected no table, got one");
  }

  @Test
  void a_misspelt_keyword_is_no_description() {
    assertThat(
            mistakesIn(
                """
                Feature: F
                  Scenario: Nothing but one
                    Givn a session with server VAD

                  Scenario: One before others
                    Whn the user says "Hello."
                    Then the assistant says "Hi."

                  Scenario: No steps
                """))
        .containsExactly(
            "f/a.feature:3:5: expected a step that begins with Given, When, Then, And or But,"
                + " got 'Givn a session with server VAD', did you mean 'Given'?",
            "f/a.feature:6:5: expected a step that begins with Given, When, Then, And or But,"
                + " got 'Whn the user says \"Hello.\"', did you mean 'When'?",
            "f/a.feature:9:3: expected steps after this line, got none");
  }

  @Test
  void what_gherkin_refuses_has_the_same_form() {
    assertThat(
            mistakesIn(
                """
                Feature: F
                  Scenario: S
                    When the user says "Hello."
                    Thn the assistant says "Hi."
                """,
                "Scenari: S\n"))
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .startsWith("f/a.feature:4:5: expected ")
                    .contains("a step (Given, When, Then, And or But)")
                    .endsWith(", got 'Thn the assistant says \"Hi.\"'"),
            two ->
                assertThat(two)
                    .startsWith("f/b.feature:1:1: expected")
                    .endsWith("got 'Scenari: S'"));
  }

  @Test
  void two_scenarios_of_one_name_are_told() {
    assertThat(
            mistakesIn(
                """
                Feature: F
                  Scenario: The same
                    * the user says "Hello."
                  Scenario: The, same!
                    * the user says "Hello."
                  Scenario Outline: Each
                    * the user says "<word>"
                    Examples:
                      | word |
                      | a    |
                      | b    |
                """))
        .containsExactly(
            "f/a.feature:4:13: expected a title of its own, got 'The, same!', which makes the same name"
                + " 't/the-same' as f/a.feature:2",
            "f/a.feature:6:21: expected a title of its own, got 'Each', which makes the same name"
                + " 't/each' as f/a.feature:6; name a column of the examples in the title, as <column>");
  }

  @Test
  void a_title_has_to_make_a_name() {
    assertThat(mistakesIn("Feature: F\n  Scenario: ?!\n    * the user says anything\n"))
        .containsExactly("f/a.feature:2:13: expected a title with letters or digits, got '?!'");
  }

  @Test
  void speech_cannot_tell_two_exchanges_apart() {
    assertThat(
            mistakesIn(
                """
                Feature: F
                  Rule: R
                    Scenario: One
                      * the user says "one"
                    Scenario: Two
                      * the user speaks "two"
                    Scenario: One again
                      * the user says "One"
                    Scenario: Wrong beginning
                      * the assistant says "three"
                """))
        .containsExactly(
            "f/a.feature:6:9: expected a choice that can be told from the others, got 'the user"
                + " speaks \"two\"'; speech is not recognised without a listener: give --listen (in a"
                + " test, listening(true) and the artifact soundcheck-listener), or use 'the user"
                + " types', or 'the user speaks anything' for any speech",
            "f/a.feature:8:9: expected each scenario of a rule to begin differently, got"
                + " 'the user says \"One\"' again",
            "f/a.feature:10:9: expected a rule's scenario to begin with what the user says, types or"
                + " speaks or with 'the client sends \"response.create\"', got"
                + " 'the assistant says \"three\"'");
  }

  @Test
  void lines_have_their_places() {
    assertThat(
            mistakesIn(
                """
                Feature: F
                  Scenario: S
                    * the client cancels after 1 s
                    * a session with server VAD
                    * the user interrupts after 1 s with "No."
                    * the connection closes with 1011 "gone"
                    * the user says "Hello?"
                """))
        .containsExactly(
            "f/a.feature:3:7: expected an answer to break into in the line before, got none",
            "f/a.feature:4:7: expected what the session is like before all other lines, got it after"
                + " them",
            "f/a.feature:5:7: expected an answer to break into in the line before, got"
                + " 'a session with server VAD'",
            "f/a.feature:7:7: expected no line after the connection closed, got"
                + " 'the user says \"Hello?\"'");
  }

  @Test
  void a_mistake_in_an_outline_is_told_once_at_its_line() {
    assertThat(
            mistakesIn(
                """
                Feature: F
                  Scenario Outline: S <n>
                    When the server sends "<event>"
                    Examples:
                      | n | event |
                      | 1 | pong  |
                      | 2 | pong  |
                """))
        .containsExactly(
            "f/a.feature:3:10: expected an event that servers send, got 'pong', did you mean 'ping'?");
  }

  @Test
  void a_connection_can_only_be_closed_as_the_protocol_allows() {
    assertThat(
            mistakesIn(
                """
                Feature: F
                  Scenario: One
                    * the connection closes with 1006 "gone"
                  Scenario: Two
                    * the connection closes with 5000 "%s"
                """
                    .formatted("x".repeat(124))))
        .containsExactly(
            "f/a.feature:3:34: expected a code from 1000 to 4999 that may be sent, got 1006",
            "f/a.feature:5:34: expected a code from 1000 to 4999 that may be sent, got 5000",
            "f/a.feature:5:40: expected a reason of at most 123 bytes, got 124");
  }

  @Test
  void a_file_has_to_have_scenarios() {
    assertThat(mistakesIn("", "Feature:   Only a title\n"))
        .containsExactly(
            "f/a.feature:1:1: expected 'Feature:' and scenarios, got nothing",
            "f/b.feature:1:12: expected scenarios after 'Only a title', got none");
  }

  @Test
  void times_are_of_a_length_somebody_may_wait() {
    assertThat(mistakesIn("Feature: F\n  Scenario: S\n    * after 99999999999999999999 s\n"))
        .first()
        .asString()
        .startsWith("f/a.feature:3:7: expected a phrase of the language, got 'after 99");
  }
}
