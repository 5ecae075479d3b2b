package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Offence;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.schemas.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What both sides said around a finding, the client's in the left column. */
final class TraceLines {
  private static final int NEAR = 4;
  private static final int TIME = 10;
  private static final String MARK = ">";

  private TraceLines() {}

  /** Without a line when the conversation has no trace. */
  static List<String> around(Results results, Offence offence, Look look) {
    Optional<Held> held = results.conversation(offence.conversation());
    List<String> lines = new ArrayList<>();
    if (held.isEmpty() || held.get().trace().seen().isEmpty()) {
      return lines;
    }
    int marked = offence.breach().where().line();
    List<Entry> all = Timeline.of(held.get().trace(), Set.of(marked));
    int column = (look.columns() - TIME - 2) / 2;
    lines.add("");
    lines.add(Ink.DIM.on("    time  " + padded("client", column) + "  server", look.colours()));
    for (Entry entry : Timeline.around(all, marked, NEAR)) {
      lines.add(line(entry, entry.line() == marked, column, look));
    }
    return lines;
  }

  private static String line(Entry entry, boolean marked, int column, Look look) {
    String time =
        (marked ? MARK : " ")
            + String.format(Locale.ROOT, "%" + (TIME - 3) + "s  ", Times.bare(entry.at()));
    boolean client = entry.from().filter(Origin.CLIENT::equals).isPresent();
    String text = Columns.beginning(text(entry), column);
    String placed = client ? text : " ".repeat(column + 2) + text;
    Ink ink = marked ? Ink.BAD : client ? Ink.CLIENT : Ink.SERVER;
    return (marked ? Ink.BAD : Ink.DIM).on(time, look.colours()) + ink.on(placed, look.colours());
  }

  private static String text(Entry entry) {
    String times = entry.times() > 1 && entry.kind() != Entry.Kind.GAP ? " ×" + entry.times() : "";
    String gist = entry.gist().isEmpty() ? "" : "  " + entry.gist();
    return entry.name() + times + gist;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
