package dev.soundcheck.conformance.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.client.VirtualLine;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Plan;
import dev.soundcheck.conformance.suite.Progress;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.conformance.suite.Selection;
import dev.soundcheck.conformance.suite.ServerSuite;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Repertoire;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mock passes the whole suite for servers in every profile (issue 6, point 8). */
@Timeout(120)
final class OurServerTest {
  @ParameterizedTest
  @EnumSource(Profile.class)
  void our_server_passes_the_whole_suite(Profile profile) {
    Plan plan = Plan.USUAL.with(profile).holding(2, Duration.ofMinutes(2));
    Results held =
        new ServerSuite(
                plan,
                Selection.of(Origin.SERVER, ServerSuite.TOPIC, plan, Repertoire.builtIn()),
                Clock.systemUTC(),
                one -> new VirtualLine(one, profile, Origin.SERVER, () -> Habit.NONE))
            .run(Target.of(URI.create("ws://nowhere.example/v1/realtime")), Progress.NONE);

    Judged checks = Judged.of(held);
    assertThat(checks.ids(Status.NOT_TESTABLE)).as("not testable in %s", profile.id()).isEmpty();
    assertThat(checks.ids(Status.FAIL)).as(checks::told).isEmpty();
    assertThat(checks.ids(Status.HARNESS_FAULT)).as(checks::told).isEmpty();
    assertThat(held.red()).isFalse();
  }
}
