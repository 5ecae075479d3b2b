package dev.soundcheck.conformance.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.rehearsal.ClientSuite;
import dev.soundcheck.conformance.rehearsal.VirtualAudition;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Judge;
import dev.soundcheck.conformance.suite.KnownFailing;
import dev.soundcheck.conformance.suite.Plan;
import dev.soundcheck.conformance.suite.Selection;
import dev.soundcheck.conformance.suite.ServerSuite;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Fault;
import dev.soundcheck.script.FaultKind;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our client passes the whole suite for clients in every profile (issue 6, point 8). */
@Timeout(120)
final class OurClientTest {
  @ParameterizedTest
  @EnumSource(Profile.class)
  void our_client_passes_the_whole_suite(Profile profile) {
    Plan plan = Plan.USUAL.with(profile);
    Selection selection =
        Selection.of(Origin.CLIENT, ClientSuite.TOPIC, plan, Repertoire.builtIn());
    List<Held> held =
        selection.programs().stream()
            .filter(OurClientTest::hasNoDoor)
            .parallel()
            .map(program -> played(program, profile))
            .toList();
    Judged judged =
        new Judged(
            held,
            new Judge(profile, ServerSuite.rules(), KnownFailing.NOTHING).judge(selection, held));

    assertThat(judged.ids(Status.FAIL)).as(judged::told).isSubsetOf("a-barge-in-is-truncated");
    assertThat(judged.ids(Status.HARNESS_FAULT)).as(judged::told).isEmpty();
  }

  /** A line that is virtual has no door to be refused at; OverTheWireTest knocks there. */
  private static boolean hasNoDoor(Program program) {
    return program.faults().stream()
        .map(Fault::kind)
        .noneMatch(kind -> kind == FaultKind.REFUSE || kind == FaultKind.CROWDED);
  }

  private static Held played(Program program, Profile profile) {
    return VirtualAudition.play(program, profile, () -> Habit.NONE);
  }
}
