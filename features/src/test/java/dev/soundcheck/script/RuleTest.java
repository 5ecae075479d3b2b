package dev.soundcheck.script;

import static dev.soundcheck.script.Roleplay.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rule: exchanges in any order, any number of times (design.md). */
final class RuleTest {
  private static final String[] SHOP = {
    "  Scenario: Price",
    "    * the user types \"price\"",
    "    * the assistant says \"Ten.\"",
    "  Scenario: Look up",
    "    * the user says \"look\"",
    "    * the assistant calls \"find\"",
    "    * the client answers \"find\" with \"it\"",
    "    * the assistant says \"Found.\"",
    "  Scenario: Other typing",
    "    * the user types anything",
    "    * the assistant says \"{words}?\"",
    "  Scenario: Greeting",
    "    * the client sends \"response.create\"",
    "    * the assistant says \"Hello.\"",
  };

  @Test
  void exchanges_come_in_any_order_and_again() {
    Roleplay play = Roleplay.serverOfRule(SHOP);
    play.typed("What?").typed("Price!").nudged().typed("price").nudged();
    assertThat(said(play.acts)).containsExactly("What??", "Ten.", "Hello.", "Ten.", "Hello.");
    assertThat(play.unmet).isEmpty();
    assertThat(play.last().over()).isFalse();
  }

  @Test
  void chosen_words_win_over_any_words() {
    Roleplay play = Roleplay.serverOfRule(SHOP);
    assertThat(said(play.typed(" PRICE. ").take())).containsExactly("Ten.");
  }

  @Test
  void any_speech_begins_the_exchange_with_spoken_words() {
    Roleplay play = Roleplay.serverOfRule(SHOP);
    assertThat(play.speech()).isEqualTo("look");
    play.spoke(1).gave("find");
    assertThat(said(play.acts)).containsExactly("Call[tool=find, arguments={}]", "Found.");
    assertThat(play.unmet).isEmpty();
  }

  @Test
  void a_new_beginning_drops_what_is_unfinished() {
    Roleplay play = Roleplay.serverOfRule(SHOP);
    play.spoke(1).typed("price").take();
    assertThat(play.unmet).isEmpty();
    play.gave("find");
    assertThat(said(play.take())).containsExactly("Nothing is said about that.");
    assertThat(play.unmet)
        .extracting(Unmet::where, Unmet::found)
        .containsExactly(tuple("f/t.feature:2", "results of [find]"));
  }

  @Test
  void what_no_exchange_begins_with_is_answered_and_not_met() {
    Roleplay play =
        Roleplay.serverOfRule(
            "  Scenario: S", "    * the user types \"a\"", "    * the assistant says \"b\"");
    assertThat(said(play.typed("c").take())).hasSize(1);
    assertThat(play.unmet).extracting(Unmet::found).containsExactly("\"c\" typed");
    assertThat(said(play.typed("a").take())).containsExactly("b");
  }

  @Test
  void an_exchange_without_an_answer_begins_once_for_a_turn() {
    Roleplay play =
        Roleplay.serverOfRule("  Scenario: S", "    * the client sends \"response.create\"");
    assertThat(play.nudged().take()).isEmpty();
    assertThat(play.unmet).isEmpty();
  }

  @Test
  void answers_hold_the_words_and_the_length_of_speech() {
    Roleplay play =
        Roleplay.serverOfRule(
            "  Scenario: S",
            "    * the user speaks \"la la\"",
            "    * the assistant says \"{seconds} s of {words}\"");
    assertThat(said(play.spoke(2.25).take())).containsExactly("2.3 s of la la");
  }

  @Test
  void a_client_may_leave_in_the_middle() {
    Roleplay play = Roleplay.serverOfRule(SHOP).spoke(1).closed(Origin.CLIENT, 1000, "");
    assertThat(play.unmet).isEmpty();
  }

  @Test
  void the_client_role_plays_each_exchange_once() {
    Program program =
        Roleplay.rule(
            "  Scenario: One",
            "    * a session with manual turns",
            "    * the user types anything",
            "    * the assistant says exactly \"{words} and {seconds}\"",
            "  Scenario: Two",
            "    * the user speaks \"two\"");
    Position start = program.start(Role.CLIENT);
    Move move = program.see(start, new Seen.Opened(Duration.ZERO));
    assertThat(move.acts()).singleElement().isInstanceOf(Act.Configure.class);
    Seen updated =
        new Seen.Wire(
            Duration.ZERO,
            Origin.SERVER,
            "session.updated",
            Json.mapper().readTree("{\"type\":\"session.updated\"}"));
    move = program.see(move.position(), updated);
    assertThat(move.acts()).containsExactly(new Act.Type(TurnBeat.ANYTHING));
    Reply reply = new Reply("completed", TurnBeat.ANYTHING + " and 12.5", List.of());
    move = program.see(move.position(), new Seen.Answered(Duration.ZERO, reply));
    assertThat(move.unmet()).isEmpty();
    assertThat(move.acts()).containsExactly(new Act.Say("two", Optional.empty()));
    assertThat(move.over()).isTrue();
  }
}
