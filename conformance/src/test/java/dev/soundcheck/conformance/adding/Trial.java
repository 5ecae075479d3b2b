package dev.soundcheck.conformance.adding;

import java.util.List;

/**
 * What is tried in one copy of the project.
 *
 * @param root the copy
 * @param classes what was compiled of it, then the classes of the build
 * @param commands as they are typed, from the top of the copy
 * @param upToTheFirstWord whether nothing is done any more after a command that printed something
 */
record Trial(String root, List<String> classes, List<String> commands, boolean upToTheFirstWord) {
  Trial {
    classes = List.copyOf(classes);
    commands = List.copyOf(commands);
  }
}
