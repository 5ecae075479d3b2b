package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Programs;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.session.Lifespan;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The limits of a scenario's session: an error, then the close (live-behaviour.md §5.2). */
final class EnduranceOfPlaysTest {
  private static Program scenario(String session) {
    return Programs.of(
            """
            Feature: F
              Scenario: S
                Given %s
                When the user types "Hi."
                Then the assistant says "Hello."
            """
                .formatted(session))
        .orElseThrow();
  }

  private static Rehearsal rehearsal(String session, Conditions conditions) {
    return new Rehearsal(scenario(session), Profile.LIVE, conditions);
  }

  @Test
  void a_session_ends_when_its_scenario_says_so() {
    Rehearsal rehearsal = rehearsal("a session that lasts at most 8 s", Conditions.USUAL);
    assertThat(rehearsal.passes(Duration.ofMillis(7_999)).closes).isEmpty();

    rehearsal.passes(Duration.ofMillis(1));
    assertThat(rehearsal.last("error").at("/error/type").asString()).isEqualTo("max_duration");
    assertThat(rehearsal.closes)
        .containsExactly("1000 The session has lasted 8 s, the longest that it may.");
  }

  @Test
  void what_the_client_sends_puts_off_the_end_of_a_quiet_session() {
    Rehearsal rehearsal =
        rehearsal(
            "a session that ends after 3 s without anything from the client", Conditions.USUAL);
    rehearsal.passes(Duration.ofSeconds(2)).says("{\"type\":\"session.update\",\"session\":{}}");
    assertThat(rehearsal.passes(Duration.ofMillis(2_999)).closes).isEmpty();

    rehearsal.passes(Duration.ofMillis(1));
    assertThat(rehearsal.last("error").at("/error/type").asString()).isEqualTo("timeout");
    assertThat(rehearsal.closes)
        .containsExactly("1000 Nothing came from the client for 3 s; the session ends.");
  }

  @Test
  void the_scenario_wins_over_the_server_in_what_it_says_and_in_nothing_else() {
    Conditions server =
        Conditions.USUAL.with(
            new Lifespan(Duration.ofSeconds(1), Optional.of(Duration.ofSeconds(5))));
    Rehearsal rehearsal = rehearsal("a session that lasts at most 8 s", server);
    assertThat(rehearsal.passes(Duration.ofMillis(4_999)).closes).isEmpty();

    assertThat(rehearsal.passes(Duration.ofMillis(1)).closes)
        .singleElement()
        .asString()
        .contains("Nothing came from the client for 5 s");
  }

  /** The error of the built-in scenario is the session's, at its time, and not a staged one. */
  @Test
  void the_error_comes_from_the_session_once_its_time_is_up() {
    String name = "closing/the-session-has-lasted-for-as-long-as-it-may";
    Program program = Repertoire.builtIn().named(name).orElseThrow();
    Rehearsal rehearsal = new Rehearsal(program).types("Do I have a minute?");
    rehearsal.passes(Duration.ofMillis(7_999));
    assertThat(rehearsal.types()).contains("response.done").doesNotContain("error");

    assertThat(rehearsal.passes(Duration.ofMillis(1)).types()).endsWith("error");
    assertThat(rehearsal.closes).hasSize(1);
  }
}
