package dev.soundcheck.conformance.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what can be played. */
@Command(
    name = "scenarios",
    mixinStandardHelpOptions = true,
    description = "Lists the scenarios that can be played, by name.",
    footer = {"", "Example:", "  soundcheck scenarios --features my-features"})
final class ScenariosCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Option(
      names = "--features",
      paramLabel = "DIR",
      description = "A folder of features of your own.")
  private Optional<Path> features = Optional.empty();

  @Option(
      names = "--tags",
      paramLabel = "EXPRESSION",
      description = "Only those with these tags, as '@tools and not @slow'.")
  private Optional<String> tags = Optional.empty();

  @Override
  public Integer call() {
    ScenarioList.print(ScenarioNames.of(features), tags, spec.commandLine().getOut());
    return Soundcheck.FINE;
  }
}
