package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Results;
import java.io.PrintWriter;

/** What becomes of results: what is printed, what is written, and the exit status. */
record Reported(Results results, JudgingOptions options, Surroundings surroundings) {
  /** Prints and writes; returns the exit status. */
  int to(PrintWriter out) {
    for (Check check : results.checks()) {
      if (check.weight(results.strict()) != Check.Weight.FINE) {
        out.println(
            check.weight(results.strict())
                + " "
                + check.requirement().id()
                + " "
                + check.status()
                + " "
                + check.why()
                + " "
                + check.offences().stream().limit(2).toList());
      }
    }
    return results.red() ? Soundcheck.FOUND : Soundcheck.FINE;
  }
}
