package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many checks of each section came out how, as a table; what does not occur has no column. */
final class SectionTable {
  private static final String NONE = "·";
  private static final int NARROWEST = 8;
  private static final int LONGEST = 200;
  private static final List<Outcome> ORDER =
      List.of(
          Outcome.PASS,
          Outcome.FAIL,
          Outcome.NOT_TESTABLE,
          Outcome.WARNING,
          Outcome.NOTE,
          Outcome.HARNESS_FAULT,
          Outcome.STALE,
          Outcome.KNOWN_FAILING,
          Outcome.NOT_APPLICABLE);

  private SectionTable() {}

  /** The checks of each section, in the order in which sections appear. */
  static Map<String, List<Check>> sections(Results results) {
    return results.checks().stream()
        .collect(
            Collectors.groupingBy(
                check -> check.requirement().section(), LinkedHashMap::new, Collectors.toList()));
  }

  static List<String> lines(Results results, Look look) {
    Map<String, Standing> rows = new LinkedHashMap<>();
    sections(results)
        .forEach((name, checks) -> rows.put(name, Standing.of(checks, results.strict())));
    Standing all = Standing.of(results);
    List<Outcome> columns = ORDER.stream().filter(all.counts()::containsKey).toList();
    int name = width(rows.keySet(), columns, look);
    List<String> lines = new ArrayList<>();
    lines.add(row("section", name, columns.stream().map(SectionTable::title).toList(), look));
    rows.forEach((section, standing) -> lines.add(counts(section, name, standing, columns, look)));
    if (rows.size() > 1) {
      lines.add(counts("all", name, all, columns, look));
    }
    return lines;
  }

  /** As wide as the longest name, and not wider than what the numbers leave. */
  private static int width(Set<String> names, List<Outcome> columns, Look look) {
    int longest =
        Stream.concat(names.stream(), Stream.of("section"))
            .mapToInt(name -> Columns.of(Columns.clean(name)))
            .max()
            .orElseThrow();
    int numbers = columns.stream().mapToInt(column -> 2 + Columns.of(title(column))).sum();
    return Math.max(NARROWEST, Math.min(longest, look.columns() - 2 - numbers));
  }

  private static String row(String name, int width, List<String> titles, Look look) {
    String line =
        "  "
            + padded(name, width)
            + titles.stream().map("  "::concat).collect(Collectors.joining());
    return Ink.DIM.on(line, look.colours());
  }

  private static String counts(
      String name, int width, Standing standing, List<Outcome> columns, Look look) {
    StringBuilder line = new StringBuilder("  ").append(padded(name, width));
    for (Outcome column : columns) {
      int count = standing.count(column);
      String shown = count == 0 ? NONE : Integer.toString(count);
      Ink ink = count == 0 ? Ink.DIM : Ink.of(column);
      line.append("  ")
          .append(" ".repeat(Math.max(0, Columns.of(title(column)) - Columns.of(shown))))
          .append(ink.on(shown, look.colours()));
    }
    return line.toString();
  }

  private static String title(Outcome outcome) {
    return switch (outcome) {
      case PASS -> " met";
      case FAIL -> "fail";
      case NOT_TESTABLE -> "untested";
      case WARNING -> "warn";
      case NOTE -> "note";
      case HARNESS_FAULT -> "ours";
      case STALE -> "stale";
      case KNOWN_FAILING -> "known";
      case NOT_APPLICABLE -> "n/a";
    };
  }

  private static String padded(String name, int width) {
    String text = Columns.beginning(Plain.line(name, LONGEST), width);
    return text + " ".repeat(Math.max(0, width - Columns.of(text)));
  }
}
