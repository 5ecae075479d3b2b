package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The client role: plays its lines, judges the server's (design.md). */
final class ClientRoleTest {
  private static final String UPDATED = "{'type':'session.updated'}";
  private static final String CREATED = "{'type':'response.created','response':{'id':'r1'}}";
  private static final String AUDIO = "{'type':'response.output_audio.delta'}";
  private static final String DONE = "{'type':'response.done','response':{'id':'r1'}}";

  private static Roleplay asks(String... more) {
    String[] lines = new String[more.length + 1];
    lines[0] = "* the user types \"Hi.\"";
    System.arraycopy(more, 0, lines, 1, more.length);
    return Roleplay.client(lines);
  }

  @Nested
  final class Sessions {
    @Test
    void the_session_is_configured_by_one_update_before_anything_else() {
      Roleplay play =
          Roleplay.client(
              "* a session with server VAD",
              "* the tool \"look\" with",
              "  \"\"\"",
              "  {\"type\": \"object\"}",
              "  \"\"\"",
              "* the session is configured with",
              "  \"\"\"",
              "  {\"voice\": \"ara\", \"turn_detection\": {\"silence_duration_ms\": 300}}",
              "  \"\"\"",
              "* the user says \"Hi.\"");
      assertThat(play.take())
          .containsExactly(
              new Act.Configure(
                  Json.mapper()
                      .readTree(
                          """
                          {"turn_detection": {"type": "server_vad", "silence_duration_ms": 300},
                           "audio": {"input": {"transcription": {"model": "grok-transcribe"}}},
                           "tools": [{"type": "function", "name": "look", "description": "",
                                      "parameters": {"type": "object"}}],
                           "voice": "ara"}
                          """)
                      .asObject()));
      assertThat(play.serverSays(UPDATED).take())
          .containsExactly(new Act.Say("Hi.", Optional.empty()));
    }

    @Test
    void manual_turns_are_a_null() {
      Roleplay play =
          Roleplay.client("* a session with manual turns and the tools \"a\" and \"b\"");
      assertThat(play.take())
          .extracting(act -> ((Act.Configure) act).session())
          .allSatisfy(session -> assertThat(session.get("turn_detection").isNull()).isTrue())
          .allSatisfy(session -> assertThat(session.path("tools")).hasSize(2));
    }

    @Test
    void a_session_that_is_never_updated_ends_the_play() {
      Roleplay play = Roleplay.client("* a session with manual turns", "* the user says \"Hi.\"");
      assertThat(play.last().wakeAt()).contains(Limits.of(Role.CLIENT));
      play.serverSays("{'type':'error','error':{'message':'too bad'}}").passed(20_000);
      assertThat(play.unmet)
          .extracting(Unmet::found)
          .containsExactly("nothing within 20 s (the last error said 'too bad')");
      assertThat(play.last().over()).isTrue();
    }
  }

  @Nested
  final class Answers {
    @Test
    void any_words_meet_says_but_silence_does_not() {
      assertThat(asks("* the assistant says \"Hello.\"").answered("Something else.").unmet)
          .isEmpty();
      assertThat(asks("* the assistant says \"Hello.\"").answered(" ").unmet)
          .extracting(Unmet::found)
          .containsExactly("nothing spoken");
    }

    @Test
    void exactly_compares_the_words() {
      String line = "* the assistant says exactly \"Hello  there.\"";
      assertThat(asks(line).answered("Hello there.").unmet).isEmpty();
      assertThat(asks(line).answered("Oh, Hello there.").unmet)
          .extracting(Unmet::message)
          .containsExactly(
              "f/t.feature:4: the assistant says exactly \"Hello  there.\": expected exactly \"Hello  there.\" spoken,"
                  + " got \"Oh, Hello there.\" spoken");
    }

    @Test
    void containing_looks_for_them_whatever_the_case() {
      String line = "* the assistant says something containing \"Foggy\"";
      assertThat(asks(line).answered("It is foggy there.").unmet).isEmpty();
      assertThat(asks(line).answered("It is sunny there.").unmet).hasSize(1);
    }

    @Test
    void calls_are_compared_as_json_in_any_order() {
      String[] lines = {
        "* the assistant calls \"look\" with",
        "  \"\"\"",
        "  {\"a\": 1, \"b\": [\"x\"]}",
        "  \"\"\"",
        "* the assistant calls \"find\"",
        "* the client answers \"look\" with \"one\"",
        "* the client answers \"find\" with \"two\"",
      };
      Reply.Call find = new Reply.Call("2", "find", "{}");
      Roleplay play = asks(lines);
      play.answered("", find, new Reply.Call("1", "look", "{\"b\":[\"x\"],\"a\":1.0}"));
      assertThat(play.unmet).isEmpty();
      assertThat(play.take())
          .last()
          .isEqualTo(
              new Act.GiveOutputs(
                  List.of(
                      new Turn.ToolOutput("1", "look", "one"),
                      new Turn.ToolOutput("2", "find", "two"))));
      Roleplay wrong = asks(lines).answered("", find, new Reply.Call("1", "look", "{\"a\":2}"));
      assertThat(wrong.unmet)
          .extracting(Unmet::expected)
          .containsExactly("a call of \"look\" with {\"a\":1,\"b\":[\"x\"]}");
    }

    @Test
    void results_without_a_call_end_the_play() {
      Roleplay play =
          asks(
              "* the assistant calls \"look\"",
              "* the client answers \"look\" with \"one\"",
              "* the assistant says \"Done.\"");
      play.answered("I would rather not.");
      assertThat(play.unmet).extracting(Unmet::found).containsExactly("no call", "no such call");
      assertThat(play.last().over()).isTrue();
    }

    @Test
    void a_failed_answer_is_not_met() {
      Roleplay play = asks("* the assistant says \"Hello.\"");
      play.see(new Seen.Answered(Duration.ZERO, new Reply("failed", "Hel", List.of())));
      assertThat(play.unmet).extracting(Unmet::found).containsExactly("\"Hel\" spoken, failed");
    }

    @Test
    void the_limit_begins_anew_with_every_sign_of_an_answer() {
      Roleplay play = asks("* the assistant says \"Hello.\"");
      play.at(19_000)
          .serverSays(CREATED)
          .at(30_000)
          .serverSays(AUDIO)
          .at(40_000)
          .serverSays("{'type':'ping'}");
      assertThat(play.last().wakeAt()).contains(Duration.ofSeconds(50));
      assertThat(play.passed(49_999).last().over()).isFalse();
      assertThat(play.passed(50_000).last().over()).isTrue();
    }

    @Test
    void long_speech_has_its_own_time() {
      String words = "word ".repeat(100).strip();
      Roleplay play =
          Roleplay.client("* the user says \"" + words + "\"", "* the assistant says \"Oh.\"");
      assertThat(play.last().wakeAt()).contains(Duration.ofSeconds(70 + 20));
    }

    @Test
    void an_answer_nobody_asked_for_is_told_at_the_next_turn() {
      Roleplay play = asks("* after 1 s", "* the user types \"Ho.\"");
      play.at(500).answered("What?").passed(1000);
      assertThat(play.unmet)
          .extracting(Unmet::message)
          .containsExactly(
              "f/t.feature:5: the user types \"Ho.\": expected no answer before this line, got \"What?\" spoken");
    }
  }

  @Nested
  final class BreakingIn {
    private static final String[] LINES = {
      "* the assistant says \"Once upon a time.\"",
      "* the user interrupts after 800 ms with \"Stop.\"",
      "* the assistant says \"Well then.\"",
    };

    @Test
    void it_waits_for_the_sound_and_then_so_long() {
      Roleplay play = asks(LINES);
      play.take();
      play.at(100).serverSays(CREATED).at(300).serverSays(AUDIO).at(500).serverSays(AUDIO);
      assertThat(play.last().wakeAt()).contains(Duration.ofMillis(1100));
      assertThat(play.passed(1100).take()).containsExactly(new Act.Say("Stop.", Optional.empty()));
    }

    @Test
    void the_answer_that_was_cut_is_not_taken_for_the_next() {
      Roleplay play = asks(LINES);
      play.serverSays(CREATED).serverSays(AUDIO).passed(800).serverSays(DONE).answered("");
      assertThat(play.last().over()).isFalse();
      play.serverSays(CREATED.replace("r1", "r2"))
          .serverSays(DONE.replace("r1", "r2"))
          .answered("Well then.");
      assertThat(play.last().over()).isTrue();
      assertThat(play.unmet).isEmpty();
    }

    @Test
    void a_server_without_ids_has_its_next_answer_heard() {
      Roleplay play = asks(LINES);
      String created = "{'type':'response.created'}";
      String done = "{'type':'response.done'}";
      play.serverSays(created).serverSays(AUDIO).passed(800).serverSays(done).answered("");
      play.serverSays(created).serverSays(done).answered("Well then.");
      assertThat(play.last().over()).isTrue();
    }

    @Test
    void an_answer_that_is_over_cannot_be_cut() {
      Roleplay play = asks(LINES);
      play.serverSays(CREATED).serverSays(AUDIO).serverSays(DONE).answered("Once.");
      assertThat(play.unmet).extracting(Unmet::found).contains("an answer that was already over");
    }

    @Test
    void a_cancel_is_the_clients_event() {
      Roleplay play = asks("* the assistant says \"Once.\"", "* the client cancels after 0.5 s");
      play.take();
      play.serverSays(CREATED).serverSays(AUDIO).passed(500);
      assertThat(play.take())
          .extracting(act -> ((Act.Send) act).type())
          .containsExactly("response.cancel");
    }
  }

  @Nested
  final class Events {
    @Test
    void events_since_the_servers_line_before_count_in_their_order() {
      Roleplay play =
          Roleplay.client("* the server sends \"session.created\"", "* the server sends \"ping\"");
      play.serverSays("{'type':'ping'}").serverSays("{'type':'session.created'}");
      assertThat(play.last().over()).isFalse();
      assertThat(play.serverSays("{'type':'ping'}").last().over()).isTrue();
    }

    @Test
    void an_event_that_does_not_come_ends_the_play() {
      Roleplay play =
          Roleplay.client(
              "* the client sends \"response.cancel\"",
              "* the server sends \"error\" with",
              "  \"\"\"",
              "  {\"error\": {\"code\": \"x\"}}",
              "  \"\"\"");
      assertThat(play.take())
          .extracting(act -> ((Act.Send) act).type())
          .containsExactly("response.cancel");
      play.serverSays("{'type':'error','error':{'code':'y','message':'no'}}").passed(20_000);
      assertThat(play.unmet)
          .extracting(Unmet::message)
          .containsExactly(
              "f/t.feature:4: the server sends \"error\" with: expected error with {\"error\":{\"code\":\"x\"}},"
                  + " got nothing within 20 s (the last error said 'no')");
    }

    @Test
    void closing_is_compared() {
      String line = "* the connection closes with 1011 \"gone\"";
      assertThat(asks(line).closed(Origin.SERVER, 1011, "gone").unmet).isEmpty();
      assertThat(asks(line).closed(Origin.SERVER, 1006, "").unmet)
          .extracting(Unmet::found)
          .containsExactly("closing with 1006 \"\"");
      assertThat(asks("* after 1 s", line).closed(Origin.SERVER, 1011, "gone").unmet).isEmpty();
    }

    @Test
    void closing_instead_of_an_answer_is_not_met() {
      Roleplay play = asks("* the assistant says \"Hello.\"").closed(Origin.SERVER, 1011, "gone");
      assertThat(play.unmet)
          .extracting(Unmet::found)
          .containsExactly("closing by the server with 1011 \"gone\"");
      assertThat(play.last().over()).isTrue();
    }
  }
}
