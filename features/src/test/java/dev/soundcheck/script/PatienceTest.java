package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What never comes ends a scenario with a finding, in both roles (issue 4, "Bad input"). */
final class PatienceTest {
  private static final String[] HELLO = {
    "* the user types \"Hi.\"", "* the assistant says \"Ho.\"", "* the user types \"Bye.\""
  };

  @Test
  void a_server_waits_two_minutes_for_its_client() {
    Roleplay server = Roleplay.server(HELLO);
    assertThat(server.last().wakeAt()).contains(Duration.ofMinutes(2));
    assertThat(server.last().passing()).isFalse();
    server.passed(119_999);
    assertThat(server.unmet).isEmpty();
    server.passed(120_000);
    assertThat(server.unmet)
        .extracting(Unmet::message)
        .containsExactly(
            "f/t.feature:3: the user types \"Hi.\": expected \"Hi.\" typed, got nothing within 120 s");
    assertThat(server.last().over()).isTrue();
  }

  @Test
  void a_client_that_comes_after_all_is_answered() {
    Roleplay server = Roleplay.server(HELLO).passed(120_000);
    server.take();
    server.typed("Hi.");
    assertThat(server.take()).containsExactly(Course.AFTERWARDS);
  }

  @Test
  void signs_of_the_client_count_but_an_open_microphone_does_not() {
    Roleplay server = Roleplay.server(HELLO);
    server.at(50_000).clientSays("{'type':'conversation.item.create'}");
    server.at(90_000).clientSays("{'type':'input_audio_buffer.append','audio':''}");
    assertThat(server.last().wakeAt()).contains(Duration.ofSeconds(170));
  }

  @Test
  void a_scenario_sets_its_own_limit() {
    Roleplay server = Roleplay.server("* a patience of 5 s", HELLO[0], HELLO[1]).passed(5_000);
    assertThat(server.unmet).extracting(Unmet::found).containsExactly("nothing within 5 s");
    Roleplay client = Roleplay.client("* a patience of 300 ms", HELLO[0], HELLO[1]);
    assertThat(client.last().wakeAt()).contains(Duration.ofMillis(300));
  }

  @Test
  void whoever_plays_sets_one_too() {
    Program program = Roleplay.scenario(HELLO);
    Position start = program.start(Role.SERVER, Duration.ofSeconds(7));
    assertThat(program.see(start, new Seen.Opened(Duration.ZERO)).wakeAt())
        .contains(Duration.ofSeconds(7));
  }

  @Test
  void an_exchange_of_a_rule_is_dropped_and_the_rule_goes_on() {
    Roleplay server =
        Roleplay.serverOfRule(
            "Scenario: Two",
            "* the user types \"One\"",
            "* the assistant says \"Two\"",
            "* the user types \"Three\"",
            "* the assistant says \"Four\"");
    server.typed("One").passed(120_000);
    assertThat(server.unmet).extracting(Unmet::found).containsExactly("nothing within 120 s");
    server.take();
    server.typed("One");
    assertThat(Roleplay.said(server.take())).containsExactly("Two");
    assertThat(server.last().over()).isFalse();
  }

  /** Issue 4, point 3: which line, what was expected, what came instead, and the trace around. */
  @Test
  void a_line_that_was_not_met_tells_what_happened_before_it() {
    Roleplay server = Roleplay.server(HELLO);
    server.at(10).serverSays("{'type':'session.created'}");
    server.at(1_200).clientSays("{'type':'input_audio_buffer.append'}");
    server.at(1_300).clientSays("{'type':'input_audio_buffer.append'}");
    server.typed("Good bye");
    Unmet unmet = server.unmet.get(0);
    assertThat(unmet.around())
        .containsExactly(
            "    0.010 s server: session.created",
            "    1.300 s client: input_audio_buffer.append 2 times");
    assertThat(unmet.report().lines().toList())
        .isEqualTo(
            List.of(
                "f/t.feature:3: the user types \"Hi.\": expected \"Hi.\" typed, got \"Good bye\" typed",
                "        0.010 s server: session.created",
                "        1.300 s client: input_audio_buffer.append 2 times"));
  }
}
