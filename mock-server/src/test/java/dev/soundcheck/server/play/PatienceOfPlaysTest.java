package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What never comes is a finding after the limit, and hangs nobody (issue 4, "Bad input"). */
final class PatienceOfPlaysTest {
  private final Program program =
      Repertoire.builtIn().named("manual/a-commit-is-a-turn").orElseThrow();
  private final Rehearsal rehearsal =
      new Rehearsal(
          program, Profile.LIVE, Conditions.USUAL.waiting(Optional.of(Duration.ofSeconds(5))));

  @Test
  void nothing_is_found_before_the_limit() {
    assertThat(rehearsal.passes(Duration.ofMillis(4_900)).findings).isEmpty();
  }

  @Test
  void a_line_that_never_comes_is_found_with_what_came_before() {
    rehearsal.passes(Duration.ofMillis(5_100));

    assertThat(rehearsal.findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.SCENARIO);
              assertThat(finding.message())
                  .contains("the user says", "got nothing within 5 s", "s server: ping");
            });
  }

  @Test
  void a_client_that_comes_after_all_is_answered() {
    rehearsal.passes(Duration.ofSeconds(6)).types("Still there?").passes(Duration.ofSeconds(30));

    assertThat(rehearsal.last("response.done").toString()).contains("The scenario is over.");
  }
}
