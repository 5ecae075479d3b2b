package dev.soundcheck.server;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a limit counts, and how that is written. Times are counted in milliseconds. */
enum Measure {
  SIZE("a number of bytes up to 1GiB such as 500, 64KiB or 16MiB", Units.BYTES, 1, 1L << 30),
  BYTES(
      "a number of bytes such as 500, 64KiB, 16MiB or 2GiB, or none",
      Units.BYTES,
      0,
      Units.LARGEST),
  COUNT("a whole number such as 100, or none", Units.NONE, 0, Units.LARGEST),
  RATE("a whole number from 1 such as 100, or none", Units.NONE, 1, 1_000_000),
  TIME("a time such as 500ms, 30s, 120min or 2h, or none", Units.TIMES, 1, Units.LARGEST);

  static final String NONE = "none";

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12})([A-Za-z]*)");

  private final String expected;

  @SuppressWarnings("ImmutableEnumChecker") // Map.of makes maps that nobody can change
  private final Map<String, Long> units;

  private final long least;
  private final long most;

  Measure(String expected, Map<String, Long> units, long least, long most) {
    this.expected = expected;
    this.units = units;
    this.least = least;
    this.most = most;
  }

  private static final class Units {
    static final long LARGEST = 1L << 50;
    static final Map<String, Long> NONE = Map.of("", 1L);
    static final Map<String, Long> BYTES =
        Map.of("", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
    static final Map<String, Long> TIMES =
        Map.of("ms", 1L, "s", 1000L, "min", 60_000L, "h", 3_600_000L);
  }

  /** What is accepted, in words. */
  String expected() {
    return expected;
  }

  /** Whether there may be none. */
  boolean optional() {
    return most == Units.LARGEST || this == RATE;
  }

  boolean accepts(long value) {
    return value >= least && value <= most;
  }

  /** The number that is written; empty when it is none of these, or too large. */
  OptionalLong read(String written) {
    Matcher parts = WRITTEN.matcher(written);
    Long unit = parts.matches() ? units.get(parts.group(2)) : null;
    if (unit == null) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(parts.group(1));
    boolean fits = number <= most / unit && accepts(number * unit);
    return fits ? OptionalLong.of(number * unit) : OptionalLong.empty();
  }

  /** With the largest unit in which it is a whole number. */
  String written(long value) {
    return units.entrySet().stream()
        .filter(unit -> value % unit.getValue() == 0 && value >= unit.getValue())
        .max(Map.Entry.comparingByValue())
        .map(unit -> value / unit.getValue() + unit.getKey())
        .orElse(String.valueOf(value));
  }
}
