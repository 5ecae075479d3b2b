package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.suite.Progress;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.conformance.suite.ServerSuite;
import dev.soundcheck.schemas.TraceText;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the conversations of the suite with a server, and judges it. */
@Command(
    name = "server",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Holds the conversations of the suite with a server, with real audio, and judges every event,",
      "their order and the sound. A server that costs money is only called within a budget."
    },
    exitCodeList = {"0:fine", "1:something is not as it has to be", "2:wrong use"},
    footer = {
      "",
      "Examples:",
      "  soundcheck test server --url ws://127.0.0.1:8765/v1/realtime --report out/server",
      "  soundcheck test server --url ws://127.0.0.1:8765/v1/realtime --only response,tool",
      "  soundcheck test server --url wss://api.x.ai/v1/realtime --budget 0.50"
    })
final class TestServerCommand implements Callable<Integer> {
  private static final double SECONDS_OF_MINUTE = 60;

  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Mixin private EndpointOptions endpoint = new EndpointOptions();

  @Option(
      names = "--budget",
      paramLabel = "MINUTES",
      description =
          "How many minutes of audio it may take; needed for servers that are not on this machine.")
  private Optional<Double> budget = Optional.empty();

  @Mixin private JudgingOptions judging = new JudgingOptions();

  TestServerCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    check();
    ServerSuite suite = suite();
    boolean costs = !Loopback.is(endpoint.url());
    if (costs && budget.isEmpty()) {
      throw new WrongUse(
          "%s is not on this machine, and %d conversations take %s. Say how many minutes it may be: --budget %.1f"
              .formatted(
                  TraceText.address(endpoint.url()),
                  suite.conversations(),
                  suite.cost().words(),
                  suite.cost().minutes()));
    }
    Lines lines = Lines.on(spec.commandLine().getOut(), surroundings);
    SuiteScreen screen = new SuiteScreen(lines, costs);
    Results results;
    try {
      results =
          suite.run(endpoint.target(surroundings.key()), judging.json() ? Progress.NONE : screen);
    } finally {
      screen.end();
    }
    return new Reported(results, judging, surroundings).to(spec.commandLine().getOut());
  }

  private void check() {
    List<String> mistakes = new ArrayList<>();
    budget
        .filter(minutes -> !(minutes > 0))
        .ifPresent(
            minutes ->
                mistakes.add("--budget: expected more than 0, found %s.".formatted(minutes)));
    endpoint.check(mistakes);
    judging.check(mistakes);
    if (!mistakes.isEmpty()) {
      throw new WrongUse(mistakes);
    }
  }

  private ServerSuite suite() {
    Optional<Duration> most =
        budget.map(minutes -> Duration.ofMillis(Math.round(minutes * SECONDS_OF_MINUTE * 1000)));
    try {
      return new ServerSuite(judging.plan(most), Clock.systemUTC());
    } catch (IllegalArgumentException wrong) {
      throw new WrongUse("--only: " + wrong.getMessage());
    }
  }
}
