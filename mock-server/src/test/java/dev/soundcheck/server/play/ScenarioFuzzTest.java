package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Corpus;
import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Kinds;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.script.ScriptException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever a scenario that compiles has a server do, playing it does not fail. */
final class ScenarioFuzzTest {
  private static final Repertoire BUILT_IN = Repertoire.builtIn();

  @Test
  void every_scenario_that_compiles_is_played() {
    Fuzz.ofTexts("scenarios", Kinds.lines(), Corpus.texts("features", ".feature"))
        .oneIn(20)
        .runTexts(ScenarioFuzzTest::played);
  }

  private static boolean played(String feature) {
    try {
      Repertoire all = BUILT_IN.and(Map.of("fuzz/fuzz.feature", feature));
      all.programs().stream()
          .filter(program -> program.name().startsWith("fuzz/"))
          .limit(3)
          .forEach(ScenarioFuzzTest::play);
      return true;
    } catch (ScriptException refused) {
      return false;
    }
  }

  private static void play(Program program) {
    Rehearsal rehearsal = new Rehearsal(program, Profile.LIVE);
    rehearsal.passes(Duration.ofSeconds(5)).types("What's the weather in Paris?");
    rehearsal.passes(Duration.ofSeconds(10)).sends(new byte[48_000]).passes(Duration.ofMinutes(1));
    assertThat(rehearsal.findings)
        .extracting(ConnectionFinding::kind)
        .doesNotContain(ConnectionFinding.Kind.INTERNAL);
  }
}
