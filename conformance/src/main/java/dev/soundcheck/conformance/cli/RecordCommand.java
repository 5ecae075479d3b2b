package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.proxy.ProxyListener;
import dev.soundcheck.conformance.proxy.ProxyOptions;
import dev.soundcheck.conformance.proxy.RecordingProxy;
import dev.soundcheck.conformance.proxy.Upstream;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.TraceText;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stands between an app and a server and writes down what they say until it is stopped. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Passes everything on between an app and a realtime voice server, and writes a trace of each connection.",
      "Point the app here instead of at the server. Keys and tokens never reach a trace."
    },
    exitCodeList = {"0:it was ended", "2:it could not be started"},
    footer = {
      "",
      "Examples:",
      "  soundcheck record --upstream wss://api.x.ai/v1/realtime --out traces",
      "  soundcheck record --upstream ws://127.0.0.1:8765/v1/realtime --port 0 --out traces --json",
      "",
      "What breaks the contract is shown and passed on all the same.",
      "Ctrl-C closes both sides of every connection with 1001."
    })
final class RecordCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Option(
      names = "--upstream",
      paramLabel = "URL",
      required = true,
      description = "The server to record, ws:// or wss://; a client's path and query go there.")
  @SuppressWarnings("NullAway.Init") // required
  private URI upstream;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the traces, a file for each connection; made when missing.")
  @SuppressWarnings("NullAway.Init") // required
  private Path folder;

  @Mixin private TraceOptions written = new TraceOptions();

  @Option(
      names = "--wav",
      description = "Write what each side was heard saying as WAV files beside each trace.")
  private boolean wav;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port = 8766;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--open",
      description = "Let in everybody who can reach --host: for networks of containers and tests.")
  private boolean open;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileName.class,
      completionCandidates = ProfileName.class,
      description =
          "The contract to hold passing events against, one of ${COMPLETION-CANDIDATES} (default: live).")
  private Profile profile = Profile.LIVE;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "API key for the server, or env:NAME, or @FILE, in place of the one that a client sends as a header.")
  private Optional<Secret> key = Optional.empty();

  @Mixin private TrustOptions trust = new TrustOptions();

  @Option(names = "--quiet", description = "Say nothing but where it listens.")
  private boolean quiet;

  @Option(names = "--json", description = "Say everything as JSON, one object per line.")
  private boolean json;

  RecordCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    check();
    PrintWriter out = spec.commandLine().getOut();
    RecordScreen screen = new RecordScreen(out, surroundings.terminal(), json, quiet);
    ProxyOptions options =
        new ProxyOptions(
            new ProxyOptions.Door(host, port, open),
            new Upstream(upstream, key.map(Secret::value), trust.authority()),
            profile,
            new ProxyOptions.Traces(
                folder, written.audio(), written.redacted(surroundings.confidences())),
            ProxyOptions.Limits.USUAL);
    ProxyListener listener = wav ? new RecordedSound(screen) : screen;
    try (RecordingProxy proxy = RecordingProxy.start(options, Version.text(), listener)) {
      Thread farewell = new Thread(proxy::close, "farewell");
      Runtime.getRuntime().addShutdownHook(farewell);
      screen.listening(proxy.uri(), upstream, folder);
      warnIfOpen();
      untilInterrupted();
      Runtime.getRuntime().removeShutdownHook(farewell);
    }
    return Soundcheck.FINE;
  }

  private void check() {
    List<String> mistakes = new ArrayList<>();
    boolean webSocket = List.of("ws", "wss").contains(String.valueOf(upstream.getScheme()));
    if (!webSocket || upstream.getHost() == null) {
      mistakes.add(
          "--upstream: expected ws://HOST:PORT/PATH or wss://…, found '%s'."
              .formatted(TraceText.address(upstream)));
    }
    trust.check(mistakes);
    if (port < 0 || port > 65_535) {
      mistakes.add("--port: expected 0 to 65535, found %d.".formatted(port));
    }
    if (!mistakes.isEmpty()) {
      throw new WrongUse(mistakes);
    }
  }

  /** With a key of ours, whoever can reach us speaks at our cost. */
  private void warnIfOpen() {
    if (!Loopback.is(host)) {
      String cost = key.isPresent() ? ", with the key that --key gave" : "";
      spec.commandLine()
          .getErr()
          .println("Anyone who can reach %s can use this proxy%s.".formatted(host, cost));
    }
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
