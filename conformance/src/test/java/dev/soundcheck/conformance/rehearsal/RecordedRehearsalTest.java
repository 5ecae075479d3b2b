package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.client.ClientRole;
import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.client.VoiceClient;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.conformance.proxy.ProxyListener;
import dev.soundcheck.conformance.proxy.ProxyOptions;
import dev.soundcheck.conformance.proxy.RecordingProxy;
import dev.soundcheck.conformance.proxy.Upstream;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scenario with both roles and the recorder between them (issue 3 point 3). */
@Timeout(120)
final class RecordedRehearsalTest {
  @TempDir Path folder;

  @Test
  void a_scenario_through_the_proxy_has_no_finding_and_its_trace_is_what_the_client_saw()
      throws IOException {
    Program program =
        Repertoire.builtIn().programs().stream()
            .filter(it -> it.name().startsWith("tools/"))
            .findFirst()
            .orElseThrow();
    try (MockVoiceServer mock = MockVoiceServer.start(ServerOptions.builder().build())) {
      Outcome outcome = through(mock, program);

      assertThat(outcome.failure()).isEmpty();
      assertThat(outcome.unmet()).isEmpty();
      assertThat(outcome.findings()).isEmpty();
      assertThat(mock.findings()).isEmpty();
      assertThat(events(trace().seen())).isNotEmpty().isEqualTo(events(outcome.seen()));
    }
  }

  private Outcome through(MockVoiceServer mock, Program program) {
    ProxyOptions options = ProxyOptions.of(Upstream.of(mock.uri()), folder);
    try (RecordingProxy proxy = RecordingProxy.start(options, "test", ProxyListener.NONE);
        VoiceClient client = new VoiceClient()) {
      return client
          .hold(
              Target.of(proxy.uri()).playing(program.name()),
              new ClientRole(program, AudioFormat.DEFAULT),
              Manner.USUAL,
              Watcher.NONE)
          .join();
    }
  }

  private Trace trace() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return TraceReader.read(files.findFirst().orElseThrow());
    }
  }

  /** What the server said, which has one order; both sides' words may cross on the way. */
  private static List<Object> events(List<Observed> seen) {
    return seen.stream()
        .flatMap(it -> it instanceof Observed.Message said ? Stream.of(said) : Stream.empty())
        .filter(it -> it.from() == Origin.SERVER)
        .<Object>map(Observed.Message::json)
        .toList();
  }
}
