package dev.soundcheck.conformance.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.conformance.client.SessionRequest;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.load.LoadPlan.Rhythm;
import dev.soundcheck.script.Pacing;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.ServerOptionsBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Loads of a few seconds against the mock, over real sockets; each ends when it has shown enough.
 */
@Timeout(120)
final class LoadTest {
  private static final Duration LONGEST = Duration.ofSeconds(40);
  private static final String WORDS = "What is the weather in Paris?";

  @Test
  void users_who_type_are_answered_turn_after_turn() {
    try (MockVoiceServer server = server(ServerOptions.builder().pacing(Pacing.INSTANT))) {
      LoadPlan plan = plan(server.uri(), Mode.TEXT, 4, false, Rhythm.CLOSED);
      LoadResults results = run(plan, figures -> figures.turns() > 8);
      Figures figures = results.whole().figures();

      assertThat(figures.errors()).isEmpty();
      assertThat(figures.sessions()).isEqualTo(4);
      assertThat(figures.turns()).isGreaterThan(8);
      assertThat(figures.of(Measure.CONNECT).orElseThrow().count()).isEqualTo(4);
      assertThat(figures.of(Measure.TURN).orElseThrow().count()).isEqualTo(figures.turns());
      assertThat(results.moments()).isNotEmpty();
      assertThat(results.moments().stream().mapToLong(it -> it.figures().turns()).sum())
          .isEqualTo(figures.turns());
    }
  }

  @Test
  void speech_is_heard_and_answered_whether_it_comes_in_real_time_or_at_once() {
    try (MockVoiceServer server = server(ServerOptions.builder().pacing(Pacing.INSTANT))) {
      LoadPlan spoken = plan(server.uri(), Mode.AUDIO, 2, true, Rhythm.CLOSED);
      LoadPlan poured = plan(server.uri(), Mode.AUDIO, 2, false, Rhythm.CLOSED);
      Figures real = run(spoken, figures -> figures.turns() > 0).whole().figures();
      Figures burst = run(poured, figures -> figures.turns() > 2).whole().figures();

      assertThat(real.errors()).isEmpty();
      assertThat(burst.errors()).isEmpty();
      assertThat(real.of(Measure.FIRST_DELTA).orElseThrow().p50()).isPositive();
      assertThat(burst.of(Measure.LATENESS)).isPresent();
    }
  }

  @Test
  void sessions_that_have_had_their_turns_make_room_for_others() {
    Rhythm two =
        new Rhythm(
            OptionalInt.of(2), OptionalDouble.empty(), Duration.ZERO, Duration.ofSeconds(10), 0, 1);
    try (MockVoiceServer server = server(ServerOptions.builder().pacing(Pacing.INSTANT))) {
      LoadPlan plan = plan(server.uri(), Mode.TEXT, 2, false, two);
      Figures figures = run(plan, some -> some.turns() > 10).whole().figures();

      assertThat(figures.errors()).isEmpty();
      assertThat(figures.of(Measure.CONNECT).orElseThrow().count()).isGreaterThan(4);
    }
  }

  @Test
  void nobody_listens() {
    URI nowhere = URI.create("ws://127.0.0.1:1/v1/realtime");
    LoadPlan plan = plan(nowhere, Mode.TEXT, 2, false, Rhythm.CLOSED);
    Figures figures = run(plan, some -> some.failures() > 0).whole().figures();

    assertThat(figures.errors()).containsOnlyKeys("nothing listens there");
    assertThat(figures.turns()).isZero();
  }

  @Test
  void a_server_that_refuses_the_key_says_so_once_a_second_and_not_more_often() {
    try (MockVoiceServer server = server(ServerOptions.builder().keys(List.of("right")))) {
      LoadPlan plan = plan(server.uri(), Mode.TEXT, 1, false, Rhythm.CLOSED);
      Moment whole = run(plan, figures -> figures.failures() > 0).whole();

      assertThat(whole.figures().errors()).containsOnlyKeys("HTTP 401");
      assertThat(whole.figures().failures()).isLessThanOrEqualTo(whole.to().toSeconds() + 1);
    }
  }

  @Test
  void a_server_that_closes_is_named_by_its_code() {
    try (MockVoiceServer server = server(ServerOptions.builder().faults("close=1011@200ms"))) {
      LoadPlan plan = plan(server.uri(), Mode.IDLE, 1, false, Rhythm.CLOSED);
      Figures figures = run(plan, some -> some.failures() > 0).whole().figures();

      assertThat(figures.errors()).containsOnlyKeys("closed with 1011");
    }
  }

  @Test
  void the_process_of_the_server_is_metered() {
    long own = ProcessHandle.current().pid();
    try (MockVoiceServer server = server(ServerOptions.builder().pacing(Pacing.INSTANT))) {
      LoadPlan plan = plan(server.uri(), Mode.TEXT, 2, false, Rhythm.CLOSED);
      LoadResults results = run(plan, figures -> figures.turns() > 0, OptionalLong.of(own));

      assertThat(results.whole().cpu().orElseThrow()).isPositive();
      assertThat(results.whole().cores().orElseThrow()).isPositive();
    }
  }

  private static LoadResults run(LoadPlan plan, Predicate<Figures> enough) {
    return run(plan, enough, OptionalLong.empty());
  }

  /** A load that is over when one of its stretches is enough. */
  private static LoadResults run(LoadPlan plan, Predicate<Figures> enough, OptionalLong pid) {
    CompletableFuture<Load> load = new CompletableFuture<>();
    Progress progress =
        new Progress() {
          @Override
          public void passed(Moment moment) {
            if (enough.test(moment.figures())) {
              load.join().stop();
            }
          }
        };
    load.complete(new Load(plan, pid, progress));
    return load.join().run();
  }

  private static LoadPlan plan(URI url, Mode mode, int sessions, boolean realTime, Rhythm rhythm) {
    Optional<Speech> speech =
        mode == Mode.AUDIO
            ? Optional.of(
                Speech.of(SpokenVoice.embedded().speak(WORDS), AudioFormat.DEFAULT, realTime))
            : Optional.empty();
    return new LoadPlan(
        Target.of(url),
        mode,
        Pressure.constant(sessions),
        LONGEST,
        Duration.ZERO,
        rhythm,
        speech,
        WORDS,
        mode == Mode.TEXT,
        new SessionRequest(
            mode == Mode.AUDIO, Optional.empty(), AudioFormat.DEFAULT, AudioFormat.DEFAULT),
        Optional.empty());
  }

  private static MockVoiceServer server(ServerOptionsBuilder options) {
    return MockVoiceServer.start(options.port(0).build());
  }
}
