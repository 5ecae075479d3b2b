package dev.soundcheck.script;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of arguments that faults take: what is accepted, and how it is read. */
enum FaultArgument {
  DURATION("a time such as 800ms, 3s, 2min or 1h"),
  SHIFT("a time such as 1h, or -1h for back"),
  COUNT("a number from 1 to 9999"),
  SIZE("a number of bytes such as 500, 64KiB or 20MiB"),
  CODE("a close code from 1000 to 4999, or 1006 for none"),
  STATUS("401, 403 or 429"),
  EVENT("an event that servers send"),
  NAME("a name"),
  PATH("a member such as item.id"),
  WORDS("words");

  private static final Pattern TIME = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?) ?(ms|s|min|h)");
  private static final Pattern BYTES = Pattern.compile("([1-9]\\d{0,8}) ?(|B|KiB|MiB)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ms", 1_000_000L, "s", 1_000_000_000L, "min", 60_000_000_000L, "h", 3_600_000_000_000L);
  private static final Set<Integer> UNSENDABLE = Set.of(1004, 1005, 1015);
  private static final int LARGEST = 64 * 1024 * 1024;

  private final String expected;

  FaultArgument(String expected) {
    this.expected = expected;
  }

  String expected() {
    return expected;
  }

  boolean accepts(String written) {
    return switch (this) {
      case DURATION -> isDuration(written);
      case SHIFT -> isDuration(written.startsWith("-") ? written.substring(1) : written);
      case COUNT -> written.matches("[1-9]\\d{0,3}");
      case SIZE -> BYTES.matcher(written).matches() && size(written) <= LARGEST;
      case CODE -> written.matches("[1-4]\\d{3}") && !UNSENDABLE.contains(Integer.valueOf(written));
      case STATUS -> Set.of("401", "403", "429").contains(written);
      case EVENT -> serverEvents().contains(written);
      case PATH -> written.matches("[\\w-]++(\\.[\\w-]++)*+");
      case NAME, WORDS -> !written.isBlank();
    };
  }

  /** How a line of a scenario writes what the command line writes so: names quoted, units apart. */
  String inWords(String written) {
    return switch (this) {
      case EVENT, NAME, PATH, WORDS -> '"' + written + '"';
      case DURATION, SHIFT, SIZE -> written.replaceFirst("(?<=\\d)(?=[A-Za-z])", " ");
      case COUNT, CODE, STATUS -> written;
    };
  }

  /** What may have been meant instead. */
  String hint(String written) {
    return this == EVENT ? Hint.at(written, serverEvents()) : "";
  }

  static List<String> serverEvents() {
    return Arrays.stream(EventType.values())
        .filter(type -> type.origin() == Origin.SERVER)
        .map(EventType::wire)
        .toList();
  }

  static boolean isDuration(String written) {
    return TIME.matcher(written).matches();
  }

  /** A time, with a minus before it where it may have one. */
  static Duration duration(String written) {
    boolean back = written.startsWith("-");
    Matcher time = TIME.matcher(back ? written.substring(1) : written);
    if (!time.matches()) {
      throw new IllegalArgumentException("no time: " + written);
    }
    BigDecimal unit = BigDecimal.valueOf(NANOS.getOrDefault(time.group(2), 0L));
    Duration length = Duration.ofNanos(new BigDecimal(time.group(1)).multiply(unit).longValue());
    return back ? length.negated() : length;
  }

  static String written(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }

  static int size(String written) {
    Matcher bytes = BYTES.matcher(written);
    if (!bytes.matches()) {
      throw new IllegalArgumentException("no size: " + written);
    }
    long number = Long.parseLong(bytes.group(1));
    long unit =
        switch (bytes.group(2)) {
          case "KiB" -> 1024;
          case "MiB" -> 1024 * 1024;
          default -> 1;
        };
    return (int) Math.min(Integer.MAX_VALUE, number * unit);
  }
}
