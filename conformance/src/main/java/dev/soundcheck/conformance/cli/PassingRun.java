package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.proxy.Passed;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Locale;

/**
 * Events of one kind from one side that follow each other.
 *
 * @param at when the first came
 * @param name their type, or what else they are
 * @param size bytes of all of them
 */
record PassingRun(Duration at, int connection, Origin from, String name, int count, long size) {
  /** One event. */
  static PassingRun of(Passed passed) {
    return passed.observed().match(new Named(passed.connection(), passed.size()));
  }

  /** Whether such events come in hundreds. */
  boolean mayGoOn() {
    return name.endsWith(".delta") || name.endsWith(".append") || name.equals("binary");
  }

  boolean goesOn(PassingRun next) {
    return connection == next.connection && from == next.from && name.equals(next.name);
  }

  PassingRun and(PassingRun next) {
    return new PassingRun(at, connection, from, name, count + next.count, size + next.size);
  }

  Lines.Tone tone() {
    return from == Origin.CLIENT ? Lines.Tone.CLIENT : Lines.Tone.SERVER;
  }

  String label() {
    return label(connection, from.name().toLowerCase(Locale.ROOT));
  }

  static String label(int connection, String word) {
    return "%-3s %s".formatted("#" + connection, word);
  }

  String text() {
    String times = count == 1 ? "" : " ×" + count;
    return "%s%s, %d bytes".formatted(name, times, size);
  }

  /** What went by, as one of a run. */
  private record Named(int connection, int size) implements Observed.Cases<PassingRun> {
    @Override
    public PassingRun message(Observed.Message it) {
      return new PassingRun(it.at(), connection, it.from(), it.type(), 1, size);
    }

    @Override
    public PassingRun binary(Observed.Binary it) {
      return new PassingRun(it.at(), connection, it.from(), "binary", 1, size);
    }

    @Override
    public PassingRun malformed(Observed.Malformed it) {
      String what = "malformed, " + it.why();
      return new PassingRun(it.at(), connection, it.from(), what, 1, size);
    }

    @Override
    public PassingRun closed(Observed.Closed it) {
      return new PassingRun(it.at(), connection, it.from(), "closed", 1, size);
    }

    @Override
    public PassingRun silence(Observed.Silence it) {
      return new PassingRun(it.at(), connection, Origin.SERVER, "silence", 1, size);
    }
  }
}
