package dev.soundcheck.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.client.ClientRole;
import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.client.VoiceClient;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.conformance.rehearsal.Rehearsal;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.recording.Policy;
import dev.soundcheck.server.recording.Speed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rehearsed scenarios, recorded and played again with either side real (issue 3 point 4): a spoken
 * turn under server VAD with a tool call, barge-in, and a typed error.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class ReplayTest {
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "tools/one-tool-call-with-a-spoken-preamble",
        "interruption/the-user-breaks-into-a-long-answer",
        "manual/a-commit-is-a-turn",
        "errors/nothing-is-there-to-cancel"
      })
  void a_recorded_rehearsal_plays_as_server_and_as_client(String name) {
    Program program = Repertoire.builtIn().named(name).orElseThrow();
    Trace trace = recorded(program);

    playsAsServer(trace, program);
    playsAsClient(trace, program);
  }

  private static void playsAsServer(Trace trace, Program program) {
    ServerOptions options =
        ServerOptions.builder().recording(trace, Policy.TYPES, Speed.RECORDED).build();
    try (MockVoiceServer server = MockVoiceServer.start(options);
        VoiceClient client = new VoiceClient()) {
      Outcome outcome =
          client
              .hold(
                  Target.of(server.uri()),
                  new ClientRole(program, AudioFormat.DEFAULT),
                  Manner.USUAL,
                  Watcher.NONE)
              .join();

      assertThat(outcome.failure()).isEmpty();
      assertThat(outcome.unmet()).isEmpty();
      assertThat(outcome.findings()).isEmpty();
      assertThat(server.findings()).isEmpty();
      assertThat(ids(outcome.seen())).doesNotContainAnyElementsOf(ids(trace.seen()));
    }
  }

  private static void playsAsClient(Trace trace, Program program) {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().seed(2).build())) {
      ReplayedClient replayed =
          ReplayedClient.speak(
              trace,
              Policy.TYPES,
              Speed.RECORDED,
              Target.of(server.uri()).playing(program.name()),
              Manner.USUAL,
              Watcher.NONE);

      assertThat(replayed.findings()).isEmpty();
      assertThat(replayed.outcomes().get(0).failure()).isEmpty();
      assertThat(replayed.outcomes().get(0).findings()).isEmpty();
    }
  }

  private static List<String> ids(List<Observed> seen) {
    return seen.stream()
        .filter(it -> it instanceof Observed.Message said && said.from() == Origin.SERVER)
        .map(it -> ((Observed.Message) it).json().path("event_id").asString())
        .toList();
  }

  private static Trace recorded(Program program) {
    Rehearsal rehearsal = Rehearsal.play(program, ServerOptions.builder().build());
    TraceHeader header =
        TraceHeader.of(Instant.EPOCH, "ws://127.0.0.1/v1/realtime", Profile.LIVE, "test");
    return new Trace(header, rehearsal.client().seen(), List.of());
  }
}
