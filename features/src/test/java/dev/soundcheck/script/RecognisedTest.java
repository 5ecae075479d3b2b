package dev.soundcheck.script;

import static dev.soundcheck.script.Roleplay.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Issue 5: where a scenario branches on speech, somebody who listens tells its phrases apart. */
final class RecognisedTest {
  private static final Vocabulary NO_NUMBERS =
      phrase ->
          phrase.matches(".*[0-9].*") ? Optional.of("write numbers as words") : Optional.empty();

  private static Turn spoken(String words) {
    return new Turn(Turn.Kind.SPOKEN, words, Duration.ofSeconds(1), List.of(), false);
  }

  private static List<String> answers(Roleplay server, String words) {
    return said(server.asked(spoken(words)).take());
  }

  @Nested
  final class Choices {
    private static final String[] CHOICE = {
      "* either the user says \"yes\"",
      "* the assistant says \"Good.\"",
      "* or the user says \"no\"",
      "* the assistant says \"Bad.\"",
      "* otherwise",
      "* the assistant says \"What?\""
    };

    @Test
    void go_on_with_what_was_heard() {
      assertThat(answers(Roleplay.heard(CHOICE), "yes")).containsExactly("Good.");
      assertThat(answers(Roleplay.heard(CHOICE), "No")).containsExactly("Bad.");
      assertThat(answers(Roleplay.heard(CHOICE), Turn.NONE_OF_THE_PHRASES))
          .containsExactly("What?");
    }

    @Test
    void say_what_has_to_be_told_apart_until_it_is_said() {
      Roleplay server = Roleplay.heard(CHOICE);
      assertThat(server.last().phrases()).containsExactly("yes", "no");
      server.asked(spoken("no"));
      assertThat(server.last().phrases()).isEmpty();
    }

    @Test
    void one_phrase_and_otherwise_are_a_choice_too() {
      Roleplay server =
          Roleplay.heard(CHOICE[0], CHOICE[1], "* otherwise", "* the assistant says \"What?\"");
      assertThat(server.last().phrases()).containsExactly("yes");
      assertThat(answers(server, Turn.NONE_OF_THE_PHRASES)).containsExactly("What?");
    }

    @Test
    void without_otherwise_the_first_stands_for_what_was_not_offered() {
      Roleplay server = Roleplay.heard(CHOICE[0], CHOICE[1], CHOICE[2], CHOICE[3]);
      assertThat(answers(server, Turn.NONE_OF_THE_PHRASES)).containsExactly("Good.");
      assertThat(server.unmet)
          .extracting(Unmet::expected)
          .containsExactly("\"yes\" spoken or typed or \"no\" spoken or typed");
    }

    @Test
    void chosen_words_win_over_anything() {
      String[] lines = {
        "* either the user speaks anything",
        "* the assistant says \"Anything.\"",
        "* or the user says \"stop\"",
        "* the assistant says \"Stopped.\""
      };
      assertThat(answers(Roleplay.heard(lines), "stop")).containsExactly("Stopped.");
      assertThat(answers(Roleplay.heard(lines), Turn.NONE_OF_THE_PHRASES))
          .containsExactly("Anything.");
    }

    @Test
    void other_lines_have_nothing_to_be_told_apart() {
      assertThat(Roleplay.heard("* the user says \"Hello.\"").last().phrases()).isEmpty();
      assertThat(
              Roleplay.heard(
                      "* either the user types \"a\"", "* or the user types \"b\"", "* otherwise")
                  .last()
                  .phrases())
          .isEmpty();
    }

    @Test
    void the_client_has_nothing_to_tell_apart() {
      Roleplay client = Roleplay.clientUnheard(CHOICE);
      assertThat(client.take()).containsExactly(new Act.Say("yes", Optional.empty()));
      assertThat(client.last().phrases()).isEmpty();
    }

    @Test
    void what_a_listener_does_not_know_is_a_mistake_of_the_line() {
      assertThatThrownBy(
              () ->
                  Roleplay.compiled(
                      NO_NUMBERS,
                      "Feature: F\n  Scenario: S\n",
                      "* either the user says \"no\"",
                      "* or the user says \"gate 4\""))
          .hasMessage(
              "f/t.feature:4:3: expected a choice that can be told from the others, got 'or the user"
                  + " says \"gate 4\"'; write numbers as words");
    }
  }

  @Nested
  final class Rules {
    private static final String[] SHOP = {
      "  Scenario: Price",
      "    * the user says \"what does it cost\"",
      "    * the assistant says \"Nothing.\"",
      "  Scenario: Order",
      "    * the user says \"I want one\"",
      "    * the assistant says \"How many?\"",
      "    * the user says \"four\"",
      "    * the assistant says \"Done.\""
    };

    @Test
    void begin_with_what_was_heard() {
      Roleplay server = Roleplay.heardRule(SHOP);
      assertThat(server.last().phrases()).containsExactly("what does it cost", "I want one");
      assertThat(answers(server, "I want one")).containsExactly("How many?");
      assertThat(server.last().phrases())
          .containsExactly("four", "what does it cost", "I want one");
      assertThat(answers(server, "four")).containsExactly("Done.");
      assertThat(answers(server, "what does it cost")).containsExactly("Nothing.");
      assertThat(server.unmet).isEmpty();
    }

    @Test
    void another_beginning_drops_the_one_that_waits() {
      Roleplay server = Roleplay.heardRule(SHOP);
      answers(server, "I want one");
      assertThat(answers(server, "what does it cost")).containsExactly("Nothing.");
    }

    @Test
    void what_none_of_them_begins_with_is_told() {
      Roleplay server = Roleplay.heardRule(SHOP);
      assertThat(answers(server, Turn.NONE_OF_THE_PHRASES))
          .containsExactly("Nothing is said about that.");
      assertThat(server.unmet).hasSize(1);
    }

    @Test
    void one_beginning_alone_takes_any_speech() {
      Roleplay server = Roleplay.heardRule(SHOP[0], SHOP[1], SHOP[2]);
      assertThat(server.last().phrases()).isEmpty();
      assertThat(said(server.spoke(1).take())).containsExactly("Nothing.");
    }

    @Test
    void one_beginning_beside_anything_is_told_from_it() {
      Roleplay server =
          Roleplay.heardRule(
              SHOP[0],
              SHOP[1],
              SHOP[2],
              "  Scenario: Else",
              "    * the user says anything",
              "    * the assistant says \"Hm.\"");
      assertThat(server.last().phrases()).containsExactly("what does it cost");
      assertThat(answers(server, Turn.NONE_OF_THE_PHRASES)).containsExactly("Hm.");
      assertThat(answers(server, "what does it cost")).containsExactly("Nothing.");
    }
  }
}
