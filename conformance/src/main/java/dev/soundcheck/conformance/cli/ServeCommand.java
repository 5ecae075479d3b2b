package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.ServerOptionsBuilder;
import dev.soundcheck.server.session.Dialect.AudioTimes;
import dev.soundcheck.server.time.Time;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the mock and shows what happens on it until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plays xAI's realtime voice API on this machine, from scenarios, without a key and without cost.",
      "Shows each session as it comes, and what is not as the contract says."
    },
    exitCodeList = {"0:it was ended", "2:it could not be started"},
    footer = {
      "",
      "Examples:",
      "  soundcheck serve",
      "  soundcheck serve --scenario tools/one-tool-call-with-a-spoken-preamble",
      "  soundcheck serve --features my-features --tls",
      "  soundcheck serve --fault stall=5%%,close=1011@3s",
      "  soundcheck serve --port 0 --json",
      "",
      "Ctrl-C and SIGTERM close every session with 1001, after the time of --grace."
    })
final class ServeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port = 8765;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(names = "--tls", description = "Serve wss:// with a certificate of our own authority.")
  private boolean tls;

  @Option(
      names = "--tls-folder",
      paramLabel = "DIR",
      description =
          "Where the authority and the certificate lie (default: .soundcheck/tls in your home); implies --tls.")
  private Optional<Path> tlsFolder = Optional.empty();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileName.class,
      completionCandidates = ProfileName.class,
      description = "Wire profile, one of ${COMPLETION-CANDIDATES} (default: live).")
  private Profile profile = Profile.LIVE;

  @Option(
      names = "--features",
      paramLabel = "DIR",
      description = "A folder of features of your own, beside the built-in ones.")
  private Optional<Path> features = Optional.empty();

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      completionCandidates = Choices.Scenarios.class,
      description =
          "What to play when a connection names nothing (default: answer whatever is said).")
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--fault",
      paramLabel = "FAULTS",
      completionCandidates = Choices.Faults.class,
      description =
          "What goes wrong, as stall=5%%,close=1011@3s; 'soundcheck faults' lists all (default: nothing).")
  private Optional<String> faults = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where ids and choices come from (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--time",
      paramLabel = "real|virtual",
      completionCandidates = Choices.Times.class,
      description =
          "Virtual time stands still until a scenario lets it pass or the control API moves it (default: real).")
  private Time time = Time.REAL;

  @Mixin private PaceOptions pace = new PaceOptions();

  @Mixin private VoiceOptions voices = new VoiceOptions();

  @Option(
      names = "--audio-times",
      paramLabel = "stream|padded|wall-clock",
      converter = AudioTimesName.class,
      completionCandidates = AudioTimesName.class,
      description =
          "What audio_start_ms counts: the sound sent, the same less prefix_padding_ms, or time (default: stream).")
  private Optional<AudioTimes> audioTimes = Optional.empty();

  @Option(
      names = "--listen",
      description =
          "Recognise spoken phrases where a scenario branches on them (default: its words are the transcript).")
  private boolean listen;

  @Mixin private LimitOptions limits = new LimitOptions();

  @Mixin private CallOptions calls = new CallOptions();

  @Mixin private ShareOptions sharing = new ShareOptions();

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "${env:SOUNDCHECK_KEY}",
      description =
          "Accept only this API key, or that of env:NAME, or of @FILE; may be given several times, or once as SOUNDCHECK_KEY (default: any key, and none).")
  private List<Secret> keys = List.of();

  @Option(
      names = "--open",
      description =
          "Let in everybody who can reach --host, without a key: for networks of containers and tests.")
  private boolean open;

  @Option(
      names = "--control-key",
      paramLabel = "KEY",
      defaultValue = "${env:SOUNDCHECK_CONTROL_KEY}",
      description =
          "Open the control API under /soundcheck/ to whoever shows this key, or that of env:NAME, or of @FILE, or of SOUNDCHECK_CONTROL_KEY (default: to this machine alone).")
  private Optional<Secret> controlKey = Optional.empty();

  @Option(names = "--list", description = "List the scenarios' names and stop.")
  private boolean list;

  @Option(
      names = "--tags",
      paramLabel = "EXPRESSION",
      description = "With --list, only those with these tags, as '@tools and not @slow'.")
  private Optional<String> tags = Optional.empty();

  @Option(names = "--quiet", description = "Say nothing but where it listens.")
  private boolean quiet;

  @Option(names = "--json", description = "Say everything as JSON, one object per line.")
  private boolean json;

  /** It is the launcher that looks at it, before there is a JVM. */
  @Option(
      names = "--busy",
      description =
          "Many sessions are to come: a JVM that starts later and is faster then (docs/performance.md).")
  void busy(boolean is) {}

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (list) {
      ScenarioList.print(ScenarioNames.of(features), tags, spec.commandLine().getOut());
      return Soundcheck.FINE;
    }
    features.ifPresent(ScenarioNames::checkFolder);
    PrintWriter out = spec.commandLine().getOut();
    ServeScreen screen = new ServeScreen(out, surroundings.terminal(), json, quiet);
    try (MockVoiceServer server = MockVoiceServer.start(options(), screen)) {
      Thread farewell = new Thread(() -> leave(server), "farewell");
      Runtime.getRuntime().addShutdownHook(farewell);
      announce(server, out);
      screen.begin();
      calls.place(server, out, json);
      untilInterrupted();
      Runtime.getRuntime().removeShutdownHook(farewell);
    }
    return Soundcheck.FINE;
  }

  private void leave(MockVoiceServer server) {
    server.drain(sharing.grace());
    server.close();
  }

  private void announce(MockVoiceServer server, PrintWriter out) {
    Announcement announcement =
        new Announcement(
            server.uri(), server.httpUri(), server.certificateAuthority(), !keys.isEmpty());
    out.println(json ? announcement.json() : quiet ? announcement.urls() : announcement.text());
    out.flush();
    if (!Loopback.is(host)) {
      spec.commandLine().getErr().println(warning(server.certificateAuthority().isPresent()));
    }
  }

  private String warning(boolean encrypted) {
    if (keys.isEmpty()) {
      return "Anyone who can reach %s can use this server. Give --key KEY instead of --open to let in only those who know it."
          .formatted(host);
    }
    return "Others than this machine can reach %s, with the key.%s"
        .formatted(
            host, encrypted ? "" : " It goes over the network for all to read; --tls encrypts it.");
  }

  private ServerOptions options() {
    ServerOptionsBuilder options =
        ServerOptions.builder()
            .host(host)
            .port(port)
            .profile(profile)
            .seed(seed)
            .time(time)
            .listening(listen)
            .limits(limits.limits())
            .keys(keys.stream().map(Secret::value).toList())
            .open(open)
            .judge(new ServeJudge())
            .journals(false);
    if (tls || tlsFolder.isPresent()) {
      options.tls(tlsFolder.orElseGet(ServerOptions::usualTlsFolder));
    }
    features.ifPresent(options::features);
    scenario.ifPresent(options::scenario);
    pace.into(options);
    audioTimes.ifPresent(options::audioTimes);
    controlKey.map(Secret::value).ifPresent(options::controlKey);
    limits.patience().ifPresent(options::patience);
    faults.ifPresent(options::faults);
    voices.into(options);
    calls.into(options);
    sharing.into(options);
    return options.build();
  }

  /** Ctrl-C ends the process; a test interrupts the thread, and closing must not see that again. */
  private static void untilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      return;
    }
  }
}
