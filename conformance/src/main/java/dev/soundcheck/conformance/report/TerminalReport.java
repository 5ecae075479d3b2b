package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Results as lines of a terminal: a table of the sections, each finding with what was expected and
 * found, the trace around the first of them, and what to do next.
 */
public final class TerminalReport {
  private static final List<Outcome> APART =
      List.of(Outcome.HARNESS_FAULT, Outcome.STALE, Outcome.KNOWN_FAILING);

  private final Results results;
  private final Look look;
  private final List<String> lines = new ArrayList<>();

  private TerminalReport(Results results, Look look) {
    this.results = results;
    this.look = look;
  }

  /** The lines, without line ends. */
  public static List<String> lines(Results results, Look look) {
    TerminalReport report = new TerminalReport(results, look);
    report.head();
    report.lines.addAll(SectionTable.lines(results, look));
    report.findings();
    report.apart();
    report.end();
    return List.copyOf(report.lines);
  }

  private void head() {
    String side = results.judged().name().toLowerCase(Locale.ROOT);
    text(Ink.BOLD, "%s %s".formatted(side, results.target()));
    text(
        Ink.DIM,
        "profile %s, requirements %s, %d conversations in %s%s"
            .formatted(
                results.profile().id(),
                results.revision(),
                results.conversations().size(),
                Times.length(results.took()),
                results.strict() ? ", strict" : ""));
    lines.add("");
  }

  private void findings() {
    boolean first = true;
    for (Outcome outcome :
        List.of(Outcome.FAIL, Outcome.NOT_TESTABLE, Outcome.WARNING, Outcome.NOTE)) {
      for (Check check : came(outcome)) {
        lines.add("");
        lines.addAll(FindingLines.of(results, check, look));
        if (first && !check.offences().isEmpty()) {
          lines.addAll(TraceLines.around(results, check.offences().get(0), look));
          first = false;
        }
      }
    }
  }

  /** What is no finding about whoever was judged. */
  private void apart() {
    for (Outcome outcome : APART) {
      List<Check> checks = came(outcome);
      if (!checks.isEmpty()) {
        lines.add("");
        text(Ink.BOLD, title(outcome));
        for (Check check : checks) {
          wrapped(Ink.of(outcome), "  ", check.requirement().id() + ": " + check.why());
        }
      }
    }
  }

  private static String title(Outcome outcome) {
    return switch (outcome) {
      case HARNESS_FAULT -> "Harness faults: ours, not the target's";
      case STALE -> "Stale: met, though the file of what is known to fail has it";
      default -> "Known failing: not met, and written down";
    };
  }

  private List<Check> came(Outcome outcome) {
    return results.checks().stream()
        .filter(check -> Outcome.of(check, results.strict()) == outcome)
        .toList();
  }

  private void end() {
    Standing standing = Standing.of(results);
    lines.add("");
    Ink ink = standing.red() ? Ink.BAD : standing.count(Outcome.WARNING) > 0 ? Ink.WARN : Ink.GOOD;
    wrapped(ink, "", standing.words() + ".");
    wrapped(Ink.PLAIN, "", next());
  }

  private String next() {
    String page =
        look.page()
            .map("Both sides, with their sound: %s"::formatted)
            .orElse("For a page with both sides and their sound, add --report DIR.");
    return firstFinding()
        .map(
            check ->
                "This one alone: --only %s/%s. "
                    .formatted(check.requirement().section(), check.requirement().id()))
        .map(only -> only + page)
        .orElse(page);
  }

  private Optional<Check> firstFinding() {
    return results.checks().stream()
        .filter(check -> Outcome.of(check, results.strict()).compareTo(Outcome.WARNING) <= 0)
        .min(
            (one, other) ->
                Outcome.of(one, results.strict()).compareTo(Outcome.of(other, results.strict())));
  }

  private void text(Ink ink, String text) {
    String plain = Plain.line(text, 400);
    lines.add(ink.on(Columns.beginning(plain, look.columns()), look.colours()));
  }

  private void wrapped(Ink ink, String indent, String text) {
    for (String line : Columns.wrapped(Plain.line(text, 2_000), look.columns() - indent.length())) {
      lines.add(indent + ink.on(line, look.colours()));
    }
  }
}
