package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.rehearsal.ClientSuite;
import dev.soundcheck.conformance.rehearsal.CommandClient;
import dev.soundcheck.conformance.rehearsal.Cue;
import dev.soundcheck.conformance.rehearsal.Stage;
import dev.soundcheck.conformance.rehearsal.TestedClient;
import dev.soundcheck.conformance.suite.Plan;
import dev.soundcheck.conformance.suite.Progress;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.conformance.suite.Selection;
import dev.soundcheck.conformance.tool.CommandTemplate;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.ServerOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays the scenarios of the suite to a client, and judges it. */
@Command(
    name = "client",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plays each scenario of the suite to the client under test, with a mock of its own, and judges",
      "what the client said. The client is started for each scenario and has to say the user's words,",
      "typed or spoken, and to have the tools get_weather and get_time."
    },
    exitCodeList = {"0:fine", "1:something is not as it has to be", "2:wrong use"},
    footer = {
      "",
      "In the command {url}, {scenario}, {say} (what the user says first), {wav} (the same as sound),",
      "{key} and {ca} (with --tls: what to trust, as PEM) are filled in; the environment has them as",
      "SOUNDCHECK_URL, SOUNDCHECK_SCENARIO, SOUNDCHECK_SAY, SOUNDCHECK_WAV, SOUNDCHECK_KEY and",
      "SOUNDCHECK_CA, and all turns, a line each, in SOUNDCHECK_TURNS.",
      "",
      "Examples:",
      "  soundcheck test client --command \"python app.py {url}\" --report out/app",
      "  soundcheck test client --command \"node app.js\" --only tool",
      "  soundcheck test client --command \"./app {url}\" --features my-features",
      "  soundcheck test client --attach"
    })
final class TestClientCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 8765;

  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private Whom whom;

  /** Who is judged: one of these. */
  static final class Whom {
    @Option(
        names = "--command",
        paramLabel = "COMMAND",
        description = "The client, started for each scenario; no shell is asked.")
    private Optional<String> command = Optional.empty();

    @Option(
        names = "--attach",
        description = "Wait for a client that is started by hand for each scenario.")
    private boolean attach;
  }

  @Option(
      names = "--features",
      paramLabel = "DIR",
      description =
          "Play the scenarios of this folder instead of those of the suite; the rules judge all the same.")
  private Optional<Path> features = Optional.empty();

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      completionCandidates = Choices.Scenarios.class,
      description =
          "Play this one, of --features or built in, instead of the suite; can be repeated.")
  private List<String> scenarios = List.of();

  @Option(
      names = "--wait-for-exit",
      description =
          "The client has to end by itself after the scenario, with exit status 0: for programs that look at what they got.")
  private boolean waitForExit;

  @Option(names = "--tls", description = "Speak wss:// with a certificate of our own authority.")
  private boolean tls;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "With --attach: where the mock listens (default: 8765).")
  private int port = USUAL_PORT;

  @Mixin private JudgingOptions judging = new JudgingOptions();

  TestClientCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<String> mistakes = new ArrayList<>();
    judging.check(mistakes);
    features
        .filter(folder -> !Files.isDirectory(folder))
        .ifPresent(
            folder -> mistakes.add("--features: there is no folder '%s'.".formatted(folder)));
    Optional<CommandTemplate> command = command(mistakes);
    if (waitForExit && whom.attach) {
      mistakes.add(
          "--wait-for-exit needs --command: nobody sees a client end that is started by hand.");
    }
    if (!mistakes.isEmpty()) {
      throw new WrongUse(mistakes);
    }
    Lines lines = Lines.on(spec.commandLine().getOut(), surroundings);
    SuiteScreen screen = new SuiteScreen(lines, false);
    TestedClient client =
        command
            .<TestedClient>map(
                it ->
                    new CommandClient(whom.command.orElseThrow(), it, Path.of("").toAbsolutePath()))
            .orElseGet(() -> new AttachedClient(lines));
    Results results;
    try {
      results = suite().run(client, judging.json() ? Progress.NONE : screen);
    } finally {
      screen.end();
    }
    return new Reported(results, judging, surroundings).to(spec.commandLine().getOut());
  }

  private Optional<CommandTemplate> command(List<String> mistakes) {
    Cue any =
        new Cue(
            URI.create("ws://localhost"), "", List.of(), Optional.empty(), "", Optional.empty());
    return whom.command.flatMap(
        text ->
            CommandTemplate.of(
                text, "--command", any.places().keySet(), Path.of("").toAbsolutePath(), mistakes));
  }

  private ClientSuite suite() {
    Plan plan = judging.plan(Optional.empty());
    try {
      Selection selection =
          chosen()
              .map(programs -> Selection.ofAll(Origin.CLIENT, plan, programs))
              .orElseGet(
                  () -> Selection.of(Origin.CLIENT, ClientSuite.TOPIC, plan, Repertoire.builtIn()));
      return new ClientSuite(plan, selection, Clock.systemUTC(), stage());
    } catch (IllegalArgumentException wrong) {
      throw new WrongUse("--only: " + wrong.getMessage());
    }
  }

  private Stage stage() {
    Optional<Path> certificates =
        tls ? Optional.of(ServerOptions.usualTlsFolder()) : Optional.empty();
    return new Stage(whom.attach ? port : 0, certificates, waitForExit);
  }

  /** Scenarios to be played instead of the suite's; none when nothing was chosen. */
  private Optional<List<Program>> chosen() {
    if (scenarios.isEmpty()) {
      return features.map(Repertoire::only);
    }
    Repertoire all = features.map(Repertoire::with).orElseGet(Repertoire::builtIn);
    return Optional.of(scenarios.stream().map(name -> ScenarioNames.find(all, name)).toList());
  }
}
