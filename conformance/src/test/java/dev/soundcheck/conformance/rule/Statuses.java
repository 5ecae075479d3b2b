package dev.soundcheck.conformance.rule;

import dev.soundcheck.conformance.rule.book.Rulebook;
import dev.soundcheck.schemas.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In which recordings each rule can be judged, and how: {@code statuses.txt}. */
final class Statuses {
  static final Path FILE = Cases.FOLDER.resolve("statuses.txt");

  /** How often each rule says what of other traces, because their names would be many. */
  static final Path COUNTS = Cases.FOLDER.resolve("counts.txt");

  private Statuses() {}

  /** What was written down of a rule: the recordings by what it says of them. */
  static Map<Status, List<String>> of(String rule) {
    Map<Status, List<String>> statuses = new TreeMap<>();
    for (String line : lines()) {
      String[] words = line.split(" ");
      if (words[0].equals(rule)) {
        statuses.put(Status.valueOf(words[1]), List.of(words).subList(2, words.length));
      }
    }
    return statuses;
  }

  static List<String> lines() {
    return lines(FILE);
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The line of a rule in {@link #COUNTS}: how often each status, and how many breaches in all. */
  static String count(Rule rule, List<Evidence> traces) {
    Map<Status, Integer> counts = new TreeMap<>();
    int breaches = 0;
    for (Evidence trace : traces) {
      Verdict verdict = rule.judge(trace);
      counts.merge(verdict.status(), 1, Integer::sum);
      breaches += verdict.breaches().size();
    }
    return "%s %s breaches=%d".formatted(rule.id(), counts, breaches);
  }

  static List<Evidence> others() {
    return Cases.others().stream().map(file -> Evidence.of(TraceReader.read(file))).toList();
  }

  /** What the rules say now, a line for each rule and status. */
  static List<String> now() {
    Map<String, List<String>> all = new TreeMap<>();
    for (String name : Cases.recordings()) {
      Evidence evidence = Evidence.of(Cases.recording(name));
      for (Rule rule : Rulebook.ALL) {
        all.computeIfAbsent(
                rule.id() + " " + rule.judge(evidence).status(), key -> new ArrayList<>())
            .add(name);
      }
    }
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + " " + String.join(" ", entry.getValue()))
        .toList();
  }
}
