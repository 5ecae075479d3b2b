package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which lines move a virtual time (design.md: "only by the script's after, …"). */
final class PassingTimeTest {
  @Test
  void a_pause_lets_time_pass() {
    Roleplay play =
        Roleplay.server(
                "* the user types \"Hi.\"", "* after 30 s", "* the assistant says \"Hello.\"")
            .typed("Hi.");

    assertThat(play.last().wakeAt()).contains(Duration.ofSeconds(30));
    assertThat(play.last().passing()).isTrue();
    assertThat(play.passed(30_000).last().passing()).isFalse();
  }

  @Test
  void an_event_that_the_session_does_not_send_by_itself_comes_without_anybody_doing_anything() {
    Roleplay play =
        Roleplay.server("* the user types \"Hi.\"", "* the server sends \"ping\"").typed("Hi.");

    assertThat(play.last().passing()).isTrue();
  }

  @Test
  void waiting_for_somebody_does_not() {
    assertThat(Roleplay.server("* the user types \"Hi.\"").last().passing()).isFalse();

    Roleplay client = Roleplay.client("* the server sends \"ping\"");
    assertThat(client.last().wakeAt()).isPresent();
    assertThat(client.last().passing()).isFalse();
  }
}
