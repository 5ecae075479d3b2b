package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Lifespan;
import dev.soundcheck.server.session.Pace;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** live-behaviour.md 5.2: {@code max_duration} and {@code timeout}, then the close. */
final class LifespanTest {
  private static Studio living(Lifespan lifespan) {
    return Studio.with(Profile.LIVE, setup -> setup.with(Pace.INSTANT).with(lifespan));
  }

  private static Lifespan quiet(Duration quiet) {
    return new Lifespan(Duration.ofHours(2), Optional.of(quiet));
  }

  /** live-behaviour.md 5.2: 120 minutes; events.yaml: the error's type. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void a_session_ends_after_two_hours(Profile profile) {
    Studio studio = Studio.instant(profile).passes(Duration.ofHours(2).minusMillis(1));
    assertThat(studio.over()).isEmpty();

    studio.fromHere().passes(1);
    assertThat(studio.types()).containsExactly("error");
    JsonNode event = studio.the(EventType.ERROR);
    JsonNode error = event.has("error") ? event.path("error") : event;
    assertThat(error.path("code").asString()).isEqualTo("max_duration");
    assertThat(error.path("message").asString()).contains("120 min");
    assertThat(studio.over()).map(Cue.Over::code).contains(1000);
  }

  @Test
  void nothing_is_said_after_the_end() {
    Studio studio = living(new Lifespan(Duration.ofSeconds(1), Optional.empty()));
    studio.passes(1_000).fromHere().passes(60_000);

    assertThat(studio.heard()).isEmpty();
    assertThat(studio.session().wakeAt()).isEmpty();
  }

  /** live-behaviour.md 5.2: no duration is published, so none is the usual one. */
  @Test
  void a_session_may_be_quiet_for_as_long_as_it_lasts() {
    Studio studio = Studio.instant(Profile.LIVE).passes(Duration.ofMinutes(119));
    assertThat(studio.over()).isEmpty();
  }

  @Test
  void a_session_that_is_quiet_for_too_long_ends() {
    Studio studio = living(quiet(Duration.ofMillis(1_500))).passes(1_000).configures("");
    studio.passes(1_000).pushes(Sounds.silence(20)).passes(1_499);
    assertThat(studio.over()).isEmpty();

    studio.fromHere().passes(1);
    JsonNode error = studio.the(EventType.ERROR).path("error");
    assertThat(error.path("type").asString()).isEqualTo("timeout");
    assertThat(error.path("code").asString()).isEqualTo("timeout");
    assertThat(error.path("message").asString()).contains("for 1.5 s;");
    assertThat(studio.over()).map(Cue.Over::code).contains(1000);
  }

  /** Ours: who listens is not quiet. */
  @Test
  void an_answer_under_way_keeps_the_session_alive() {
    Lifespan short1 = quiet(Duration.ofMillis(900));
    Studio studio = Studio.with(Profile.LIVE, setup -> setup.with(short1));
    studio.willSay(Everything.LONG).types("Hi.").asksForResponse().passes(2_000);

    assertThat(studio.types()).doesNotContain("error", "response.done");
    studio.passes(9_000);
    assertThat(studio.types()).endsWith("response.done", "error");
  }
}
