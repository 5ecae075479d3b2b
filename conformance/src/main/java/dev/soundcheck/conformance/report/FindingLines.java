package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.rule.Where;
import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Offence;
import dev.soundcheck.conformance.suite.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One finding in lines: what is asked for and by whom, and what was expected and found where. */
final class FindingLines {
  private static final int LABEL = 10;
  private static final int MOST_PLACES = 3;
  private static final int LONGEST = 600;

  private final Look look;
  private final List<String> lines = new ArrayList<>();

  private FindingLines(Look look) {
    this.look = look;
  }

  static List<String> of(Results results, Check check, Look look) {
    FindingLines finding = new FindingLines(look);
    Requirement requirement = check.requirement();
    Outcome outcome = Outcome.of(check, results.strict());
    finding.head(outcome, requirement);
    finding.labelled("", Ink.PLAIN, requirement.words());
    finding.labelled("source", Ink.DIM, String.join(", ", requirement.sources()));
    if (!check.why().isEmpty()) {
      finding.labelled("why", Ink.PLAIN, check.why());
    }
    check.offences().stream().limit(MOST_PLACES).forEach(finding::place);
    int more = check.offences().size() - MOST_PLACES;
    if (more > 0) {
      finding.labelled("", Ink.DIM, "and in %d more places".formatted(more));
    }
    return finding.lines;
  }

  private void head(Outcome outcome, Requirement requirement) {
    String label = outcome == Outcome.NOT_TESTABLE ? "untested" : outcome.words();
    String level = " (" + requirement.level().id() + ")";
    String name =
        Columns.beginning(
            Plain.line(requirement.section() + "/" + requirement.id(), LONGEST),
            look.columns() - LABEL - level.length());
    lines.add(
        Ink.of(outcome).on(padded(label), look.colours())
            + Ink.BOLD.on(name, look.colours())
            + Ink.DIM.on(level, look.colours()));
  }

  private void place(Offence offence) {
    Where where = offence.breach().where();
    labelled(
        "in",
        Ink.DIM,
        "%s, line %d, at %s: %s %s"
            .formatted(
                offence.conversation(),
                where.line(),
                Times.seconds(where.at()),
                where.from().name().toLowerCase(Locale.ROOT),
                where.event()));
    labelled("expected", Ink.PLAIN, offence.breach().expected());
    labelled("found", Ink.PLAIN, offence.breach().actual());
  }

  private void labelled(String label, Ink ink, String text) {
    String before = padded(label);
    for (String line : Columns.wrapped(Plain.line(text, LONGEST), look.columns() - LABEL)) {
      lines.add(Ink.DIM.on(before, look.colours()) + ink.on(line, look.colours()));
      before = " ".repeat(LABEL);
    }
  }

  private static String padded(String label) {
    return String.format(Locale.ROOT, "%-" + LABEL + "s", label);
  }
}
