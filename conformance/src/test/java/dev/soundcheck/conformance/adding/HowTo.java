package dev.soundcheck.conformance.adding;

import java.util.List;
import java.util.stream.Stream;

/**
 * A page of docs/how-to-add.
 *
 * @param name its file without the ending
 * @param steps what is to be done
 * @param commands what shows that it works
 */
record HowTo(String name, List<Step> steps, List<Command> commands) {
  HowTo {
    steps = List.copyOf(steps);
    commands = List.copyOf(commands);
  }

  /** The files that it makes or changes, each once. */
  List<String> files() {
    return steps.stream()
        .flatMap(step -> step.changes().stream())
        .map(Change::file)
        .distinct()
        .toList();
  }

  boolean touches(String folder) {
    return files().stream().anyMatch(file -> file.startsWith(folder + "/"));
  }

  /** Those of its steps, and those that show that it works. */
  List<Command> allCommands() {
    return Stream.concat(
            steps.stream().flatMap(step -> step.commands().stream()), commands.stream())
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
