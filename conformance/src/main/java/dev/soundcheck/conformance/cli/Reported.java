package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.report.JsonReport;
import dev.soundcheck.conformance.report.Look;
import dev.soundcheck.conformance.report.ReportFolder;
import dev.soundcheck.conformance.report.TerminalReport;
import dev.soundcheck.conformance.suite.Results;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** What becomes of results: what is printed, what is written, and the exit status. */
record Reported(Results results, JudgingOptions options, Surroundings surroundings) {
  /** Prints and writes; returns the exit status. */
  int to(PrintWriter out) {
    Optional<Path> page =
        options
            .report()
            .map(
                folder ->
                    ReportFolder.at(folder)
                        .without(surroundings.confidences().patterns())
                        .write(results));
    if (options.json()) {
      out.println(JsonReport.of(results));
    } else {
      Look look =
          new Look(surroundings.terminal(), surroundings.columns(), page.map(Path::toString));
      TerminalReport.lines(results, look).forEach(out::println);
    }
    return results.red() ? Soundcheck.FOUND : Soundcheck.FINE;
  }
}
