package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sessions that end by themselves (live-behaviour.md §5.2, inactivity and max duration). */
final class EnduranceTest {
  private static final String MOST = "* a session that lasts at most 8 s";
  private static final String QUIET =
      "* a session that ends after 3 s without anything from the client";
  private static final String ERROR = "* the server sends \"error\" with\n\"\"\"\n%s\n\"\"\"";

  private static String error(String type) {
    return ERROR.formatted("{\"error\": {\"type\": \"%s\"}}".formatted(type));
  }

  @Test
  void a_scenario_says_how_long_its_session_lasts() {
    Program program =
        Roleplay.scenario("* a session with server VAD", MOST, QUIET, "* the user types \"Hi.\"");

    assertThat(program.endurance())
        .isEqualTo(
            new Endurance(Optional.of(Duration.ofSeconds(8)), Optional.of(Duration.ofSeconds(3))));
  }

  @Test
  void of_two_such_lines_the_later_one_counts() {
    Program program =
        Roleplay.scenario(MOST, "* a session that lasts at most 500 ms", "* the user types \"Hi\"");

    assertThat(program.endurance()).isEqualTo(Endurance.atMost(Duration.ofMillis(500)));
  }

  @Test
  void one_that_says_nothing_leaves_it_to_the_server() {
    assertThat(Roleplay.scenario("* the user types \"Hi.\"").endurance()).isEqualTo(Endurance.OPEN);
  }

  @Test
  void the_scenarios_of_a_rule_share_it() {
    Program rule =
        Roleplay.rule(
            "Scenario: One", QUIET, "* the user types \"Hi.\"", "* the assistant says \"Hello.\"");

    assertThat(rule.endurance()).isEqualTo(Endurance.quietFor(Duration.ofSeconds(3)));
  }

  @Test
  void the_server_role_leaves_the_error_at_the_end_to_the_session() {
    Roleplay play = Roleplay.server(MOST, error("max_duration")).passed(8_100);
    assertThat(play.acts).isEmpty();

    play.serverSays("{'type':'error','error':{'type':'max_duration'}}");
    assertThat(play.last().over()).isTrue();
    assertThat(play.acts).isEmpty();
    assertThat(play.unmet).isEmpty();
  }

  @Test
  void another_error_is_sent_as_soon_as_ever() {
    Roleplay play = Roleplay.server(MOST, error("timeout")).passed(1_000);

    assertThat(play.acts).hasOnlyElementsOfType(Act.Send.class).hasSize(1);
  }

  /** A client cannot ask for a limit, so it says nothing of it. */
  @Test
  void the_client_role_asks_for_nothing() {
    Roleplay play =
        Roleplay.client(QUIET, error("timeout"), "* the connection closes with 1000 \"\"");
    assertThat(play.acts).isEmpty();

    play.serverSays("{'type':'error','error':{'type':'timeout'}}");
    play.closed(Origin.SERVER, 1000, "");
    assertThat(play.unmet).isEmpty();
  }

  @Test
  void the_client_role_misses_an_end_that_does_not_come() {
    Roleplay play = Roleplay.client(QUIET, error("timeout")).passed(20_100);

    assertThat(play.unmet).extracting(Unmet::expected).singleElement().asString().contains("error");
  }

  @Test
  void no_time_at_all_is_a_mistake() {
    assertThatThrownBy(() -> Roleplay.scenario("* a session that lasts at most 0 s"))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("f/t.feature:3:32: expected a time longer than 0 ms, got '0");
  }

  @Test
  void it_stands_before_all_other_lines() {
    assertThatThrownBy(() -> Roleplay.scenario("* the user types \"Hi.\"", MOST))
        .hasMessageContaining("expected what the session is like before all other lines");
  }
}
