package dev.soundcheck.script;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The last events on the wire, oldest first; a run of one kind counts as one. */
record Recent(List<Entry> entries) {
  private static final int MOST = 12;

  static final Recent NOTHING = new Recent(List.of());

  /** A run of events of one kind. */
  record Entry(Duration at, Origin from, String type, int times) {
    private String shown() {
      String who = from.name().toLowerCase(Locale.ROOT);
      String often = times == 1 ? "" : " %d times".formatted(times);
      double seconds = at.toMillis() / 1000.0;
      return String.format(Locale.ROOT, "%9.3f s %s: %s%s", seconds, who, type, often);
    }
  }

  Recent {
    entries = List.copyOf(entries);
  }

  Recent and(Seen.Wire wire) {
    List<Entry> more = new ArrayList<>(entries);
    int last = more.size() - 1;
    boolean again =
        last >= 0
            && more.get(last).from() == wire.from()
            && more.get(last).type().equals(wire.type());
    int times = again ? more.remove(last).times() + 1 : 1;
    more.add(new Entry(wire.at(), wire.from(), wire.type(), times));
    return new Recent(more.subList(Math.max(0, more.size() - MOST), more.size()));
  }

  /** One line for each run, with the time of its last event. */
  List<String> lines() {
    return entries.stream().map(Entry::shown).toList();
  }
}
