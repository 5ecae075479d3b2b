package dev.soundcheck.conformance.rule;

import dev.soundcheck.conformance.rule.book.Rulebook;
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
    try {
      return Files.readAllLines(FILE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
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
