package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.openai.core.ObjectMappers;
import com.openai.models.realtime.RealtimeServerEvent;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.play.ConnectionFinding;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * One script, two roles (design.md, "The idea that carries everything"; issue 2 point 6): real
 * audio, in real time, a few scenarios at once.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class RehearsalTest {
  private static final Repertoire BUILT_IN = Repertoire.builtIn();
  private static final String PINGS = "keepalive/";
  private static final Set<String> COMMITTED = Set.of("conversation", "manual");

  static Stream<String> scenarios() {
    return BUILT_IN.programs().stream().map(Program::name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void both_roles_meet_every_line_of(String name) {
    met(Profile.LIVE, name);
  }

  static Stream<String> documented() {
    return scenarios()
        .filter(name -> !name.startsWith(PINGS) && !COMMITTED.contains(name.split("/", 2)[0]));
  }

  /** Without pings; and there a commit alone brings no answer (live-behaviour.md 8.1). */
  @ParameterizedTest(name = "{0}")
  @MethodSource("documented")
  void both_roles_meet_as_documented_in(String name) {
    met(Profile.DOCUMENTED, name);
  }

  static Stream<String> openAi() {
    return scenarios().filter(name -> !name.startsWith(PINGS));
  }

  /** Without pings; and all that is said is what openai-java can read (clients.md 6.5). */
  @ParameterizedTest(name = "{0}")
  @MethodSource("openAi")
  void both_roles_meet_as_openai_has_it_in(String name) {
    for (Observed.Message said : met(Profile.OPENAI_GA, name)) {
      if (said.from() == Origin.SERVER) {
        assertThatCode(() -> read(said.json())).as("%s", said).doesNotThrowAnyException();
      }
    }
  }

  private static void read(JsonNode event) throws IOException {
    ObjectMappers.jsonMapper().readValue(event.toString(), RealtimeServerEvent.class).validate();
  }

  /** What both said, when both met every line and kept the contract. */
  private static List<Observed.Message> met(Profile profile, String name) {
    ServerOptions options = ServerOptions.builder().profile(profile).build();
    Rehearsal rehearsal = Rehearsal.play(program(name), options);
    List<Observed.Message> said = messages(rehearsal.client().seen());

    assertThat(rehearsal.client().failure()).isEmpty();
    assertThat(rehearsal.client().unmet()).isEmpty();
    assertThat(rehearsal.client().findings()).isEmpty();
    assertThat(findings(rehearsal, name)).isEmpty();
    assertThat(broken(profile, said, name)).isEmpty();
    assertThat(rehearsal.client().exchanges()).isNotEmpty().allMatch(turn -> turn.answered());
    return said;
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

  private static List<Observed.Message> messages(List<Observed> seen) {
    return seen.stream()
        .flatMap(it -> it instanceof Observed.Message said ? Stream.of(said) : Stream.empty())
        .toList();
  }

  /** What either side said that the contract does not allow. */
  private static List<Finding> broken(Profile profile, List<Observed.Message> said, String name) {
    EventValidator contract = EventValidator.of(profile);
    return said.stream()
        .flatMap(one -> contract.validate(one.from(), one.json()).stream())
        .filter(it -> !name.startsWith("errors/") || !it.event().startsWith("session."))
        .toList();
  }
}
