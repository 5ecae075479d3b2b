package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.verify.Comparison;
import dev.soundcheck.conformance.verify.Tolerances;
import dev.soundcheck.conformance.verify.TraceDiff;
import dev.soundcheck.schemas.TraceReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two recordings. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares two traces of one conversation: which events in which order, their members and the",
      "members' order, kinds of values, and values that have to be equal. What may differ is a table."
    },
    exitCodeList = {"0:the same", "1:something is different", "2:a file is no trace"},
    footer = {"", "Example:", "  soundcheck diff july.ndjson today.ndjson"})
final class DiffCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "The first trace.")
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private Path left;

  @Parameters(index = "1", paramLabel = "B", description = "The second trace.")
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private Path right;

  @Option(names = "--words", description = "Compare what was said, too.")
  private boolean words;

  @Option(
      names = "--tolerances",
      paramLabel = "FILE",
      description = "What may differ, instead of recordings/tolerances.yaml.")
  private Optional<Path> table = Optional.empty();

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  DiffCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Tolerances tolerances = table.map(Tolerances::read).orElseGet(Tolerances::builtIn);
    Comparison comparison =
        TraceDiff.of(
            TraceReader.read(left),
            TraceReader.read(right),
            words ? tolerances.comparingWords() : tolerances);
    if (json) {
      spec.commandLine().getOut().println(DiffScreen.json(comparison));
    } else {
      new DiffScreen(spec.commandLine().getOut(), surroundings.terminal()).show(comparison);
    }
    return comparison.different().isEmpty() ? Soundcheck.FINE : Soundcheck.FOUND;
  }
}
