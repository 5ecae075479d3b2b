package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One script, two roles: each side of a program meets the lines of the other (design.md). */
final class OneScriptTwoRolesTest {
  private static final Repertoire BUILT_IN = Repertoire.builtIn();

  /** They ask for members and orders that only the session makes. */
  private static final List<String> FOR_A_SESSION =
      List.of(
          "oddities/",
          "items/",
          "servers/",
          "wild/the-app-truncates-a-finished-answer",
          "wild/the-app-truncates-the-question");

  /**
   * Where the server misbehaves, or is asked for more than the wire in memory says, both roles need
   * a real one: RehearsalTest plays those.
   */
  static List<String> names() {
    return BUILT_IN.programs().stream()
        .filter(program -> !program.misbehaves())
        .map(Program::name)
        .filter(name -> FOR_A_SESSION.stream().noneMatch(name::startsWith))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void both_roles_of_a_built_in_program_meet_every_line(String name) {
    Program program = BUILT_IN.named(name).orElseThrow();
    Duet duet = new Duet(program).play();
    assertThat(duet.unmet).isEmpty();
    assertThat(duet.clientOver()).isTrue();
    assertThat(duet.serverOver()).isEqualTo(program instanceof ScenarioProgram);
  }

  @ParameterizedTest
  @CsvSource({
    "keepalive/a-ping-with-the-greeting-and-one-ten-seconds-later, NEVER_PINGS, SERVER ping, 2",
    "errors/nothing-is-there-to-cancel, SAYS_NOTHING_WHEN_CANCELLED, SERVER error, 1",
    "errors/an-unknown-event-is-refused, IGNORES_UNKNOWN_EVENTS, SERVER error, 1",
  })
  void the_server_role_says_what_its_session_leaves_out(
      String name, WireInMemory.Sin sin, String event, int times) {
    Duet duet = new Duet(BUILT_IN.named(name).orElseThrow(), sin).play();
    assertThat(duet.log).filteredOn(event::equals).hasSize(times);
    assertThat(duet.unmet).isEmpty();
  }

  @Test
  void a_server_that_answers_in_silence_is_noticed() {
    Program program = BUILT_IN.named("tools/one-tool-call-with-a-spoken-preamble").orElseThrow();
    Duet duet = new Duet(program, WireInMemory.Sin.ANSWERS_IN_SILENCE).play();
    assertThat(duet.unmet)
        .extracting(Unmet::line, Unmet::found)
        .containsExactly(
            tuple("the assistant says \"Let me check.\"", "nothing spoken"),
            tuple(
                "the assistant says \"It is foggy and twelve degrees in Paris.\"",
                "nothing spoken"));
  }

  @Test
  void an_interruption_comes_while_the_answer_runs() {
    Program program = BUILT_IN.named("The user breaks into a long answer").orElseThrow();
    Duet duet = new Duet(program).play();
    int cut = duet.log.indexOf("SERVER response.done");
    assertThat(duet.log.subList(cut, cut + 2))
        .containsExactly("SERVER response.done", "SERVER input_audio_buffer.speech_started");
  }
}
