package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.suite.Held;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the files of a report are called. */
final class ReportFiles {
  static final String PAGE = "index.html";
  static final String JSON = "report.json";
  static final String JUNIT = "junit.xml";
  static final String MESSAGES = "messages.ndjson";
  static final String BADGE = "badge.svg";
  static final String TRACES = "traces";
  static final String OUTPUT = "output";
  static final String TARGETS = "targets";

  /** Everything of ours in the folder itself. */
  static final List<String> ALL =
      List.of(PAGE, JSON, JUNIT, MESSAGES, BADGE, TRACES, OUTPUT, TARGETS);

  /** What Windows takes for a device, whatever ending follows. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?<![^/])(con|prn|aux|nul|com[0-9]|lpt[0-9])(?![^/])");

  private static final int LONGEST = 100;
  private static final int LONGEST_TARGET = 40;

  /** Where things of one conversation lie, from the folder on. */
  record Names(String trace, String output) {}

  /** When nothing lies beside. */
  static final ReportFiles NONE = new ReportFiles(Map.of());

  private final Map<String, Names> names;

  private ReportFiles(Map<String, Names> names) {
    this.names = names;
  }

  /** No two conversations have the same file, whatever their names are. */
  static ReportFiles of(List<Held> conversations) {
    Map<String, Names> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Held held : conversations) {
      String file = free(safe(held.name()), taken);
      names.putIfAbsent(
          held.name(), new Names(TRACES + "/" + file + ".ndjson", OUTPUT + "/" + file + ".txt"));
    }
    return new ReportFiles(names);
  }

  /** What the files of this conversation are called; empty when there are none. */
  Optional<Names> of(Held held) {
    return Optional.ofNullable(names.get(held.name()));
  }

  String trace(Held held) {
    return of(held).orElseThrow().trace();
  }

  String output(Held held) {
    return of(held).orElseThrow().output();
  }

  /** The folder of one target among others. */
  static String folder(int number, String target) {
    String words = target.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = words.substring(0, Math.min(LONGEST_TARGET, words.length()));
    return "%s/%d-%s".formatted(TARGETS, number, cut.replaceAll("^-|-$", ""));
  }

  /** Whether a name that stands in a file leads to something below the folder of that file. */
  static boolean staysInside(String name) {
    return name.chars().noneMatch(c -> c == '\\' || c == '\0')
        && Stream.of(name.split("/", -1)).noneMatch(Set.of("", ".", "..")::contains);
  }

  private static String safe(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9/_-]+", "-").replaceAll("/+", "/");
    String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^[/-]+|/$", "");
    return cut.isEmpty() ? "conversation" : DEVICE.matcher(cut).replaceAll("$1_");
  }

  /** Some file systems take upper and lower case for the same. */
  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + "-" + i;
    }
    return free;
  }
}
