package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.report.Look;
import dev.soundcheck.conformance.report.ReportFolder;
import dev.soundcheck.conformance.report.TerminalReport;
import dev.soundcheck.conformance.suite.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes reports of results that were written before. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts the results of several runs side by side on one page: targets by requirements, and the",
      "findings of each. DIR is what a run wrote with --report, or what this wrote."
    },
    exitCodeList = {
      "0:fine",
      "1:some of the results are red",
      "2:a folder has no report, or cannot be written"
    },
    footer = {
      "",
      "Examples:",
      "  soundcheck report out/monday out/tuesday --out out/both",
      "  soundcheck report out/server"
    })
final class ReportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders with a report.json.")
  private List<Path> folders = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the page there, and everything of each target; without it, only print.")
  private Optional<Path> out = Optional.empty();

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<Results> results = new ArrayList<>();
    folders.forEach(folder -> results.addAll(ReportFolder.read(folder)));
    Optional<String> page =
        out.map(ReportFolder::at).map(folder -> folder.writeSideBySide(results).toString());
    for (Results one : results) {
      print(TerminalReport.lines(one, look(page)));
    }
    return results.stream().anyMatch(Results::red) ? Soundcheck.FOUND : Soundcheck.FINE;
  }

  private Look look(Optional<String> page) {
    return new Look(surroundings.terminal(), surroundings.columns(), page);
  }

  private void print(List<String> lines) {
    lines.forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().println();
  }
}
