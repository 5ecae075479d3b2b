package dev.soundcheck.script;

import static dev.soundcheck.script.Roleplay.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server role: plays its lines, waits for and checks the client's (design.md). */
final class ServerRoleTest {
  private static final String CANCEL = "{'type':'response.cancel'}";
  private static final String CREATED = "{'type':'response.created','response':{'id':'r1'}}";
  private static final String DONE =
      "{'type':'response.done','response':{'id':'r1','status':'completed'}}";

  @Nested
  final class Turns {
    @ParameterizedTest
    @ValueSource(strings = {"Hello there", "  hello   THERE!", "\"Hello there.\""})
    void typed_words_are_the_same_whatever_case_space_and_punctuation(String typed) {
      Roleplay play =
          Roleplay.server("* the user types \"Hello there.\"", "* the assistant says \"Hi.\"");
      assertThat(said(play.typed(typed).take())).containsExactly("Hi.");
      assertThat(play.unmet).isEmpty();
      assertThat(play.last().over()).isTrue();
    }

    @Test
    void other_words_are_not_met_and_answered_all_the_same() {
      Roleplay play = Roleplay.server("* the user says \"Hello.\"", "* the assistant says \"Hi.\"");
      assertThat(said(play.typed("Good bye.").take())).containsExactly("Hi.");
      assertThat(play.unmet)
          .containsExactly(
              new Unmet(
                  "f/t.feature:3",
                  "the user says \"Hello.\"",
                  "\"Hello.\" spoken or typed",
                  "\"Good bye.\" typed"));
    }

    @Test
    void speech_is_not_met_by_typing_nor_typing_by_speech() {
      Roleplay spoken = Roleplay.server("* the user speaks \"Hello.\"").typed("Hello.");
      assertThat(spoken.unmet).extracting(Unmet::expected).containsExactly("speech");
      Roleplay typed = Roleplay.server("* the user types \"Hello.\"").spoke(2.1);
      assertThat(typed.unmet).extracting(Unmet::found).containsExactly("2.1 s of speech");
    }

    @Test
    void speech_is_given_the_words_of_the_line_that_waits() {
      Roleplay play =
          Roleplay.server(
              "* the user says \"One.\"",
              "* the assistant says \"Two.\"",
              "* the user types \"Three.\"");
      assertThat(play.last().speech()).contains("One.");
      assertThat(play.spoke(1).last().speech()).contains("Three.");
      assertThat(play.typed("Three.").last().speech()).isEmpty();
      assertThat(play.unmet).isEmpty();
    }

    @Test
    void a_turn_after_the_last_line_is_answered_and_not_met() {
      Roleplay play =
          Roleplay.server("* the user types \"Hello.\"", "* the assistant says \"Hi.\"");
      play.typed("Hello.").take();
      assertThat(said(play.typed("And now?").take())).containsExactly("The scenario is over.");
      assertThat(play.unmet).extracting(Unmet::found).containsExactly("\"And now?\" typed");
    }

    @Test
    void an_interruption_has_to_interrupt() {
      String[] lines = {
        "* the user says \"Hello.\"",
        "* the assistant says \"Hi.\"",
        "* the user interrupts after 800 ms with \"Stop.\"",
      };
      Turn late = new Turn(Turn.Kind.SPOKEN, "Stop.", Duration.ofSeconds(1), List.of(), false);
      Turn inTime = new Turn(Turn.Kind.SPOKEN, "Stop.", Duration.ofSeconds(1), List.of(), true);
      assertThat(Roleplay.server(lines).spoke(1).asked(inTime).unmet).isEmpty();
      assertThat(Roleplay.server(lines).spoke(1).asked(late).unmet)
          .extracting(Unmet::found)
          .containsExactly("a turn after the answer");
    }
  }

  @Nested
  final class Answers {
    @Test
    void consecutive_lines_are_one_answer() {
      Roleplay play =
          Roleplay.server(
              "* the user says \"Hello.\"",
              "* the assistant says \"One moment.\"",
              "* the assistant calls \"look\"",
              "* the assistant calls \"find\" with",
              "  \"\"\"",
              "  {\"what\": [1, 2.5]}",
              "  \"\"\"");
      assertThat(play.spoke(1).take())
          .containsExactly(
              new Act.Answer(
                  List.of(
                      new Act.Speech("One moment.", Optional.empty()),
                      new Act.Call("look", "{}"),
                      new Act.Call("find", "{\"what\":[1,2.5]}"))));
    }

    @Test
    void an_assistant_may_begin() {
      Roleplay play =
          Roleplay.server("* the assistant says \"Welcome.\"", "* the user says \"Hi.\"");
      assertThat(said(play.take())).containsExactly("Welcome.");
      assertThat(play.spoke(1).unmet).isEmpty();
    }

    @Test
    void results_of_all_tools_are_one_turn() {
      String[] lines = {
        "* the user says \"Hello.\"",
        "* the assistant calls \"look\"",
        "* the assistant calls \"find\"",
        "* the client answers \"look\" with \"1\"",
        "* the client answers \"find\" with \"2\"",
        "* the assistant says \"Done.\"",
      };
      assertThat(said(Roleplay.server(lines).spoke(1).gave("find", "look").take())).hasSize(2);
      assertThat(Roleplay.server(lines).spoke(1).gave("find", "look").unmet).isEmpty();
      assertThat(Roleplay.server(lines).spoke(1).gave("find").unmet)
          .extracting(Unmet::where, Unmet::expected)
          .containsExactly(tuple("f/t.feature:6", "a result of \"look\""));
    }

    @Test
    void an_answer_to_response_create_waits_until_the_session_asks() {
      Roleplay play =
          Roleplay.server("* the client sends \"response.create\"", "* the assistant says \"Hi.\"");
      play.clientSays("{'type':'response.create'}");
      assertThat(play.take()).isEmpty();
      assertThat(said(play.nudged().take())).containsExactly("Hi.");
      assertThat(play.unmet).isEmpty();
    }
  }

  @Nested
  final class Sessions {
    private static final String[] LINES = {
      "* a session with server VAD and the tool \"look\"", "* the user says \"Hello.\""
    };

    @Test
    void a_client_that_configures_what_is_asked_meets_it() {
      Roleplay play =
          Roleplay.server(LINES)
              .clientSays(
                  "{'type':'session.update','session':{'turn_detection':{'type':'server_vad'},"
                      + "'tools':[{'type':'function','name':'look'}]}}")
              .serverSays("{'type':'session.updated','session':{}}");
      assertThat(play.spoke(1).unmet).isEmpty();
    }

    @Test
    void one_that_never_configures_is_told_once_and_goes_on() {
      Roleplay play = Roleplay.server(LINES).typed("Hello.");
      assertThat(play.unmet)
          .extracting(Unmet::found)
          .containsExactly("a session with manual turns", "no tools");
    }

    @Test
    void an_update_that_was_refused_does_not_count() {
      Roleplay play =
          Roleplay.server("* a session with manual turns", "* the user says \"Hello.\"")
              .clientSays(
                  "{'type':'session.update','session':{'turn_detection':{'type':'server_vad'}}}")
              .serverSays("{'type':'error','error':{'message':'no'}}");
      assertThat(play.typed("Hello.").unmet).isEmpty();
    }
  }

  @Nested
  final class Events {
    @Test
    void what_the_session_said_by_itself_counts() {
      Roleplay play =
          Roleplay.server("* the client sends \"response.cancel\"", "* the server sends \"error\"");
      play.at(1000).clientSays(CANCEL).serverSays("{'type':'error','error':{'message':'no'}}");
      assertThat(play.take()).isEmpty();
      assertThat(play.last().over()).isTrue();
    }

    @Test
    void what_it_does_not_say_in_time_is_sent_once() {
      Roleplay play =
          Roleplay.server(
              "* the client sends \"response.cancel\"",
              "* the server sends \"error\" with",
              "  \"\"\"",
              "  {\"error\": {\"code\": \"mine\"}}",
              "  \"\"\"",
              "* the server sends \"error\"");
      play.at(1000).clientSays(CANCEL).serverSays("{'type':'error','error':{'code':'other'}}");
      assertThat(play.last().wakeAt()).contains(Duration.ofMillis(1800));
      assertThat(play.passed(1800).take())
          .first()
          .isEqualTo(
              new Act.Send(
                  "error", Json.mapper().readTree("{\"error\":{\"code\":\"mine\"}}").asObject()));
    }

    @Test
    void what_was_sent_here_does_not_count_as_the_next_line() {
      Roleplay play =
          Roleplay.server(
              "* the server sends \"error\"",
              "* the user types \"Hi.\"",
              "* the server sends \"error\"");
      play.passed(800);
      assertThat(play.take()).hasSize(1);
      play.typed("Hi.").serverSays("{'type':'error','error':{}}");
      assertThat(play.last().over()).isFalse();
      assertThat(play.passed(1600).take()).hasSize(1);
    }

    @Test
    void a_line_after_an_answer_waits_for_its_end() {
      Roleplay play =
          Roleplay.server(
              "* the user types \"Hi.\"",
              "* the assistant says \"Hello.\"",
              "* the server sends \"response.done\"");
      play.at(0).typed("Hi.").serverSays(CREATED).passed(9000);
      assertThat(play.last().over()).isFalse();
      assertThat(play.serverSays(DONE).last().over()).isTrue();
      assertThat(said(play.take())).containsExactly("Hello.");
    }

    @Test
    void only_the_session_acknowledges_settings_however_late_they_come() {
      Roleplay play =
          Roleplay.server("* a session with server VAD", "* the server sends \"session.updated\"");
      play.passed(5000).clientSays("{'type':'session.update','session':{}}").passed(7000);
      assertThat(play.take()).isEmpty();
      assertThat(play.serverSays("{'type':'session.updated'}").last().over()).isTrue();
    }

    @Test
    void a_client_that_goes_on_without_settings_is_not_kept_waiting_for_them() {
      Roleplay play =
          Roleplay.server(
              "* the server sends \"session.updated\"",
              "* the user types \"Hi.\"",
              "* the assistant says \"Hello.\"");
      assertThat(said(play.at(5000).typed("Hi.").take())).containsExactly("Hello.");
    }

    @Test
    void a_line_about_words_that_the_client_gave_waits_for_the_end_of_their_answer() {
      Roleplay play =
          Roleplay.server(
              "* the client sends \"conversation.item.create\"",
              "* the server sends \"response.done\"");
      play.clientSays("{'type':'conversation.item.create'}").serverSays(CREATED);
      assertThat(play.passed(9000).take()).isEmpty();
      assertThat(play.serverSays(DONE).last().over()).isTrue();
      assertThat(play.take()).isEmpty();
    }

    @Test
    void a_turn_instead_of_an_event_is_answered_and_no_reaction_is_forged() {
      Roleplay play =
          Roleplay.server(
              "* the user types \"Read.\"",
              "* the assistant says \"Once upon a time.\"",
              "* the client cancels after 800 ms",
              "* the server sends \"response.done\" with",
              "  \"\"\"",
              "  {\"response\": {\"status\": \"cancelled\"}}",
              "  \"\"\"",
              "* the user types \"Stop.\"",
              "* the assistant says \"As you like.\"");
      play.typed("Read.").serverSays(CREATED).serverSays(DONE).at(5000).typed("Stop.");
      assertThat(said(play.acts)).containsExactly("Once upon a time.", "As you like.");
      assertThat(play.acts).hasSize(2);
      assertThat(play.unmet)
          .extracting(Unmet::line)
          .containsExactly("the client cancels after 800 ms");
    }

    @Test
    void a_client_event_that_came_early_counts() {
      Roleplay play =
          Roleplay.server(
              "* the server sends \"ping\"",
              "* the client sends \"session.update\" with",
              "  \"\"\"",
              "  {\"session\": {\"instructions\": \"Be brief.\"}}",
              "  \"\"\"");
      play.clientSays("{'type':'session.update','session':{'instructions':'Be brief.','x':1}}");
      assertThat(play.serverSays("{'type':'ping'}").last().over()).isTrue();
    }
  }

  @Nested
  final class Time {
    @Test
    void an_answer_can_be_held_back() {
      Roleplay play =
          Roleplay.server(
              "* the user types \"Hi.\"", "* after 3 s", "* the assistant says \"Hello.\"");
      play.at(1000).typed("Hi.");
      assertThat(play.last().wakeAt()).contains(Duration.ofSeconds(4));
      assertThat(play.passed(3999).take()).isEmpty();
      assertThat(said(play.passed(4000).take())).containsExactly("Hello.");
    }

    @Test
    void after_an_answer_time_counts_from_its_end() {
      Roleplay play =
          Roleplay.server(
              "* the assistant says \"Bye.\"",
              "* after 300 ms",
              "* the connection closes with 1011 \"gone\"");
      play.take();
      play.serverSays(CREATED).at(2000).serverSays(DONE);
      assertThat(play.last().wakeAt()).contains(Duration.ofMillis(2300));
      assertThat(play.passed(2300).take()).containsExactly(new Act.Close(1011, "gone"));
    }

    @Test
    void a_server_that_only_waits_for_the_client_holds_nothing_back() {
      Roleplay play =
          Roleplay.server(
              "* after 3 s", "* the user types \"Hi.\"", "* the assistant says \"Hello.\"");
      assertThat(said(play.at(100).typed("Hi.").take())).containsExactly("Hello.");
    }

    @Test
    void its_own_position_never_changes() {
      Program program =
          Roleplay.scenario("* the user types \"Hi.\"", "* the assistant says \"Hello.\"");
      Position opened =
          program.see(program.start(Role.SERVER), new Seen.Opened(Duration.ZERO)).position();
      Turn turn = new Turn(Turn.Kind.TYPED, "Hi.", Duration.ZERO, List.of(), false);
      Seen asked = new Seen.Asked(Duration.ZERO, turn);
      assertThat(program.see(opened, asked).acts()).isEqualTo(program.see(opened, asked).acts());
      assertThat(program.see(opened, asked).over()).isTrue();
    }
  }

  @Nested
  final class Leaving {
    @Test
    void a_client_that_leaves_early_has_not_met_its_next_line() {
      Roleplay play =
          Roleplay.server("* the user types \"Hi.\"", "* the user types \"Ho.\"").typed("Hi.");
      play.closed(Origin.CLIENT, 1000, "");
      assertThat(play.unmet)
          .extracting(Unmet::message)
          .containsExactly(
              "f/t.feature:4: the user types \"Ho.\": expected this line, got closing by the client with 1000 \"\"");
    }

    @Test
    void one_that_has_no_line_left_may_go() {
      Roleplay play =
          Roleplay.server("* the user types \"Hi.\"", "* after 3 s", "* the server sends \"ping\"");
      assertThat(play.typed("Hi.").closed(Origin.CLIENT, 1000, "").unmet).isEmpty();
    }
  }
}
