package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All mistakes of all features, collected before anything is reported. */
final class Mistakes {
  private record Mistake(int file, long line, long column, String message) {}

  private final List<Mistake> found = new ArrayList<>();
  private final List<String> files = new ArrayList<>();

  void add(String file, long line, long column, String what) {
    if (!files.contains(file)) {
      files.add(file);
    }
    String message = "%s:%d:%d: %s".formatted(file, line, column, what);
    found.add(new Mistake(files.indexOf(file), line, column, message));
  }

  void add(Line line, String what) {
    add(line.file(), line.line(), line.column(), what);
  }

  /** In the order of the files, and of the lines in them. */
  List<String> messages() {
    return found.stream()
        .sorted(
            Comparator.comparingInt(Mistake::file)
                .thenComparingLong(Mistake::line)
                .thenComparingLong(Mistake::column))
        .map(Mistake::message)
        .distinct()
        .toList();
  }
}
