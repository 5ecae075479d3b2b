package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One script, two roles: each side of a program meets the lines of the other (design.md). */
final class OneScriptTwoRolesTest {
  private static final Repertoire BUILT_IN = Repertoire.builtIn();

  static List<String> names() {
    return BUILT_IN.programs().stream().map(Program::name).toList();
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
    "keepalive/a-ping-with-the-greeting-and-one-ten-seconds-later, NEVER_PINGS",
    "tools/one-tool-call-with-a-spoken-preamble, ANSWERS_IN_SILENCE",
  })
  void a_session_that_sins_is_noticed(String name, WireInMemory.Sin sin) {
    Duet duet = new Duet(BUILT_IN.named(name).orElseThrow(), sin).play();
    if (sin == WireInMemory.Sin.NEVER_PINGS) {
      assertThat(duet.log).filteredOn("SERVER ping"::equals).hasSize(2);
    } else {
      assertThat(duet.unmet).extracting(Unmet::expected).contains("a spoken answer");
    }
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
