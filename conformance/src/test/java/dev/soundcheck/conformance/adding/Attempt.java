package dev.soundcheck.conformance.adding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page done in a copy of the project, the whole of it or without one step.
 *
 * @param without the step that is forgotten, from 0; -1 when none is
 * @param compiler what the compiler has against it; empty when there are classes
 */
record Attempt(int without, ProjectCopy copy, String compiler) {
  static Attempt whole(HowTo page, Path folder) {
    return without(page, -1, folder);
  }

  static Attempt without(HowTo page, int forgotten, Path folder) {
    ProjectCopy copy = ProjectCopy.of(page, folder);
    try {
      for (int step = 0; step < page.steps().size(); step++) {
        for (Change change : page.steps().get(step).changes()) {
          if (step != forgotten) {
            change.apply(copy.root());
          }
        }
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    copy.placeResources();
    return new Attempt(forgotten, copy, Compiling.of(copy));
  }

  /** Whoever forgets a step sees it in the build, so nothing else is done then. */
  Trial trial() {
    HowTo page = copy.page();
    List<String> commands =
        (without < 0 ? page.allCommands() : page.commands())
            .stream()
                .filter(command -> without < 0 || command.script() || !command.tests().isEmpty())
                .map(Command::line)
                .toList();
    List<String> classes =
        Stream.concat(Stream.of(copy.classes()), Compiling.built().stream())
            .map(Path::toString)
            .toList();
    return new Trial(copy.root().toString(), classes, commands, without >= 0);
  }
}
