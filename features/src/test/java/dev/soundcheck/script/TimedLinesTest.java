package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** When lines have to happen, seen from the role that checks them (issue 4, point 3). */
final class TimedLinesTest {
  private static final String CANCEL = "* the client sends \"response.cancel\"";

  @Nested
  final class Within {
    private Roleplay typedAfter(long ms) {
      return Roleplay.server("* within 2 s, the user types \"Hi.\"", "* the assistant says \"Ho.\"")
          .at(ms)
          .typed("Hi.");
    }

    @Test
    void a_line_in_time_is_met() {
      assertThat(typedAfter(1_999).unmet).isEmpty();
    }

    @Test
    void a_line_that_comes_later_is_told_and_the_play_goes_on() {
      Roleplay late = typedAfter(2_345);
      assertThat(late.unmet)
          .extracting(Unmet::message)
          .containsExactly(
              "f/t.feature:3: within 2 s, the user types \"Hi.\": expected this within 2 s,"
                  + " got it after 2.345 s");
      assertThat(Roleplay.said(late.acts)).containsExactly("Ho.");
    }

    @Test
    void an_answer_counts_from_the_end_of_the_turn_to_its_first_sound() {
      Roleplay client =
          Roleplay.client(
              "* the user speaks \"One two three four five.\"",
              "* within 500 ms, the assistant says \"Ho.\"");
      client.at(9_000).serverSays("{'type':'input_audio_buffer.committed'}");
      client.at(9_100).serverSays("{'type':'response.created','response':{'id':'r'}}");
      client.at(9_400).serverSays("{'type':'response.output_audio.delta'}");
      client
          .at(20_000)
          .serverSays("{'type':'response.done','response':{'id':'r'}}")
          .answered("Ho.");
      assertThat(client.unmet).isEmpty();
      assertThat(client.last().over()).isTrue();
    }

    @Test
    void an_answer_that_begins_too_late_is_told() {
      Roleplay client =
          Roleplay.client(
              "* the user types \"Hi.\"", "* within 500 ms, the assistant says \"Ho.\"");
      client.serverSays("{'type':'response.created','response':{'id':'r'}}");
      client.at(600).serverSays("{'type':'response.output_audio.delta'}");
      assertThat(client.unmet).extracting(Unmet::found).containsExactly("it after 0.6 s");
    }
  }

  @Nested
  final class Before {
    private final Roleplay server =
        Roleplay.server(
            "* the user types \"Hi.\"",
            "* the assistant says \"Ho.\"",
            "* before \"response.done\", the client sends \"response.cancel\"");

    @Test
    void an_event_that_came_first_is_met() {
      server.typed("Hi.").clientSays("{'type':'response.cancel'}");
      server.serverSays("{'type':'response.done','response':{'id':'r'}}");
      assertThat(server.unmet).isEmpty();
      assertThat(server.last().over()).isTrue();
    }

    @Test
    void an_event_that_came_second_is_told() {
      server.typed("Hi.").serverSays("{'type':'response.done','response':{'id':'r'}}");
      server.clientSays("{'type':'response.cancel'}");
      assertThat(server.unmet).extracting(Unmet::found).containsExactly("it after response.done");
    }
  }

  @Nested
  final class NotUntil {
    private final Roleplay server =
        Roleplay.server(
            "* the user types \"Hi.\"",
            "* the client does not send \"response.create\" until \"response.done\"",
            "* the assistant says \"Ho.\"",
            "* the user types \"Bye.\"");

    @Test
    void what_comes_too_early_is_told_once() {
      server.typed("Hi.");
      server.clientSays("{'type':'response.create'}").clientSays("{'type':'response.create'}");
      assertThat(server.unmet)
          .extracting(Unmet::message)
          .containsExactly(
              "f/t.feature:4: the client does not send \"response.create\" until"
                  + " \"response.done\": expected no response.create before response.done, got"
                  + " response.create");
    }

    @Test
    void what_comes_afterwards_is_welcome() {
      server.typed("Hi.").serverSays("{'type':'response.done','response':{'id':'r'}}");
      server.clientSays("{'type':'response.create'}");
      assertThat(server.unmet).isEmpty();
    }
  }

  @Nested
  final class NotFor {
    private final Roleplay client =
        Roleplay.client(
            "* the user types \"Hi.\"",
            "* the assistant says nothing for 2 s",
            "* the user types \"Hello?\"");

    @Test
    void the_next_line_waits_so_long() {
      client.take();
      assertThat(client.passed(1_999).take()).isEmpty();
      assertThat(client.passed(2_000).take()).containsExactly(new Act.Type("Hello?"));
      assertThat(client.unmet).isEmpty();
    }

    @Test
    void an_answer_is_told() {
      client.at(500).serverSays("{'type':'response.created','response':{'id':'r'}}");
      assertThat(client.unmet)
          .extracting(Unmet::expected)
          .containsExactly("no response.created for 2 s");
    }
  }

  @Nested
  final class InAnAnswer {
    @Test
    void the_server_closes_in_the_middle() {
      Roleplay server =
          Roleplay.server(
              "* the user types \"Hi.\"",
              "* the assistant says \"A long story.\"",
              "* 800 ms into the answer, the connection closes with 1011 \"gone\"");
      server.typed("Hi.").serverSays("{'type':'response.created','response':{'id':'r'}}");
      server.at(100).serverSays("{'type':'response.output_audio.delta'}").take();
      assertThat(server.last().wakeAt()).contains(Duration.ofMillis(900));
      assertThat(server.passed(899).take()).isEmpty();
      assertThat(server.passed(900).take()).containsExactly(new Act.Close(1011, "gone"));
    }

    @Test
    void an_event_is_sent_in_it_though_one_of_its_name_came_before() {
      Roleplay server =
          Roleplay.server(
              "* the user types \"Hi.\"",
              "* the assistant says \"A long story.\"",
              "* while the assistant is speaking, the server sends \"ping\"");
      server.serverSays("{'type':'ping'}").typed("Hi.");
      server.serverSays("{'type':'response.created','response':{'id':'r'}}").take();
      server.serverSays("{'type':'response.output_audio.delta'}");
      assertThat(server.take()).hasOnlyElementsOfType(Act.Send.class).hasSize(1);
    }

    @Test
    void the_client_hears_the_rest_of_the_answer_afterwards() {
      Roleplay client =
          Roleplay.client(
              "* the user types \"Hi.\"",
              "* the assistant says exactly \"A long story.\"",
              "* while the assistant is speaking, the client sends \"input_audio_buffer.clear\"",
              "* the user types \"And?\"");
      client.serverSays("{'type':'response.created','response':{'id':'r'}}").take();
      client.serverSays("{'type':'response.output_audio.delta'}");
      assertThat(client.take()).hasOnlyElementsOfType(Act.Send.class).hasSize(1);
      client.serverSays("{'type':'response.done','response':{'id':'r'}}").answered("Short.");
      assertThat(client.unmet).extracting(Unmet::found).containsExactly("\"Short.\" spoken");
      assertThat(client.take()).containsExactly(new Act.Type("And?"));
    }

    @Test
    void an_answer_that_is_over_cannot_be_broken_into() {
      Roleplay client =
          Roleplay.client(
              "* the user types \"Hi.\"",
              "* the assistant says \"Ho.\"",
              CANCEL.replace("* ", "* while the assistant is speaking, "));
      client.answered("Ho.");
      assertThat(client.unmet)
          .extracting(Unmet::found)
          .containsExactly("an answer that was already over");
    }

    @Test
    void a_broken_connection_is_one_without_a_close_frame() {
      String[] lines = {
        "* the user types \"Hi.\"",
        "* the assistant says \"A long story.\"",
        "* while the assistant is speaking, the connection breaks"
      };
      Roleplay broken = Roleplay.client(lines);
      broken.serverSays("{'type':'response.created','response':{'id':'r'}}");
      broken
          .serverSays("{'type':'response.output_audio.delta'}")
          .closed(Origin.SERVER, 1006, "eof");
      assertThat(broken.unmet).isEmpty();
      Roleplay closed = Roleplay.client(lines);
      closed.serverSays("{'type':'response.created','response':{'id':'r'}}");
      closed.serverSays("{'type':'response.output_audio.delta'}").closed(Origin.SERVER, 1000, "");
      assertThat(closed.unmet).extracting(Unmet::expected).containsExactly("a broken connection");
    }
  }
}
