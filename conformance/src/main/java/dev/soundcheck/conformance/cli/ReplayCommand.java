package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Sounds;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.conformance.replay.ReplayedClient;
import dev.soundcheck.conformance.report.Columns;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.recording.Policy;
import dev.soundcheck.server.recording.Speed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays one side of a recorded session: the server's to clients, or the client's to a server. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plays one side of a recorded session and says where the other side does otherwise.",
      "It waits for what was answered in the recording, not for the clock; ids are new each time."
    },
    exitCodeList = {
      "0:as recorded, as far as the policy wants it",
      "1:something differs or broke off",
      "2:wrong use, no trace or no connection"
    },
    footer = {
      "",
      "Examples:",
      "  soundcheck replay talk.ndjson                     as server, to any number of clients",
      "  soundcheck replay talk.ndjson --once --policy exact",
      "  soundcheck replay talk.ndjson --as client --url wss://api.x.ai/v1/realtime"
    })
final class ReplayCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Parameters(paramLabel = "TRACE", description = "A recorded session, as NDJSON.")
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private Path file;

  @Option(
      names = "--as",
      paramLabel = "SIDE",
      completionCandidates = Choices.Sides.class,
      description = "Which side to play: server or client (default: server).")
  private Origin side = Origin.SERVER;

  @Option(
      names = "--speed",
      paramLabel = "N",
      converter = SpeedName.class,
      completionCandidates = SpeedName.class,
      description =
          "How much faster than recorded: 1 keeps the recorded gaps, instant leaves none (default: 1).")
  private Speed speed = Speed.RECORDED;

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      completionCandidates = Choices.Policies.class,
      description = {
        "exact: the same events with the same values; types: the same types in the same order;",
        "lenient: whatever lets the play go on (default: types)."
      })
  private Policy policy = Policy.TYPES;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "As server: port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port = 8765;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "As server: where new ids come from (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--once",
      description = "As server: stop when all recorded connections were played to a client.")
  private boolean once;

  @Mixin private PlaceOptions place = new PlaceOptions();

  @Option(names = "--quiet", description = "Say nothing but findings and what came of it.")
  private boolean quiet;

  @Option(names = "--json", description = "Say everything as JSON, one object per line.")
  private boolean json;

  ReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<String> mistakes = new ArrayList<>();
    place.check(mistakes);
    if (!mistakes.isEmpty()) {
      throw new WrongUse(mistakes);
    }
    Trace trace = TraceReader.read(file);
    trace.notes().stream().map(Columns::clean).forEach(spec.commandLine().getErr()::println);
    return side == Origin.SERVER ? serve(trace) : speak(trace);
  }

  private int serve(Trace trace) {
    PrintWriter out = spec.commandLine().getOut();
    ReplayScreen screen = new ReplayScreen(out, surroundings.terminal(), json, quiet);
    long parts = trace.seen().stream().mapToInt(it -> it.connection()).distinct().count();
    ReplayAudience audience = new ReplayAudience(screen, once ? parts : Long.MAX_VALUE);
    ServerOptions options =
        ServerOptions.builder()
            .port(port)
            .seed(seed)
            .profile(trace.header().profile())
            .journals(false)
            .recording(trace, policy, speed)
            .build();
    try (MockVoiceServer server = MockVoiceServer.start(options, audience)) {
      Thread farewell = new Thread(server::close, "farewell");
      Runtime.getRuntime().addShutdownHook(farewell);
      screen.listens(server.uri());
      audience.untilOver();
      Runtime.getRuntime().removeShutdownHook(farewell);
    }
    screen.ends(audience.findings());
    return audience.findings() == 0 ? Soundcheck.FINE : Soundcheck.FOUND;
  }

  private int speak(Trace trace) {
    Manner manner =
        new Manner(
            place.profile(), Duration.ofSeconds(place.timeout()), 1, Sounds.recordedOrSpoken());
    PrintWriter out = spec.commandLine().getOut();
    TalkScreen screen = new TalkScreen(Lines.on(out, surroundings), false, false, List::of);
    Watcher watcher = json || quiet ? Watcher.NONE : screen;
    ReplayedClient replayed =
        ReplayedClient.speak(
            trace,
            policy,
            speed,
            place.target(surroundings.key(), Optional.empty()),
            manner,
            watcher);
    screen.end();
    ReplaySummary summary = new ReplaySummary(replayed);
    if (summary.notConnected().isPresent()) {
      throw new WrongUse(summary.notConnected().get());
    }
    out.println(json ? summary.json() : summary.text());
    return summary.status();
  }
}
