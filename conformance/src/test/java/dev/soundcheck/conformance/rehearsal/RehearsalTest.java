package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.play.ConnectionFinding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One script, two roles (design.md, "The idea that carries everything"; issue 2 point 6): real
 * audio, in real time, a few scenarios at once.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class RehearsalTest {
  private static final Repertoire BUILT_IN = Repertoire.builtIn();

  static Stream<String> scenarios() {
    return BUILT_IN.programs().stream().map(Program::name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void both_roles_meet_every_line_of(String name) {
    Rehearsal rehearsal = Rehearsal.play(program(name), ServerOptions.builder().build());

    assertThat(rehearsal.client().failure()).isEmpty();
    assertThat(rehearsal.client().unmet()).isEmpty();
    assertThat(rehearsal.client().findings()).isEmpty();
    assertThat(findings(rehearsal, name)).isEmpty();
    assertThat(broken(rehearsal.client().seen(), name)).isEmpty();
    assertThat(rehearsal.client().exchanges()).isNotEmpty().allMatch(turn -> turn.answered());
  }

  private static Program program(String name) {
    return BUILT_IN.named(name).orElseThrow();
  }

  /**
   * In the scenarios about errors the client says, on purpose, what the contract does not allow.
   */
  private static List<ConnectionFinding> findings(Rehearsal rehearsal, String name) {
    return rehearsal.server().stream()
        .filter(it -> !name.startsWith("errors/") || it.kind() != ConnectionFinding.Kind.CLIENT)
        .toList();
  }

  /** What either side said that the contract does not allow. */
  private static List<Finding> broken(List<Observed> seen, String name) {
    EventValidator contract = EventValidator.of(Profile.LIVE);
    return seen.stream()
        .flatMap(it -> it instanceof Observed.Message said ? Stream.of(said) : Stream.empty())
        .flatMap(said -> contract.validate(said.from(), said.json()).stream())
        .filter(it -> !name.startsWith("errors/") || !it.event().startsWith("session."))
        .toList();
  }
}
