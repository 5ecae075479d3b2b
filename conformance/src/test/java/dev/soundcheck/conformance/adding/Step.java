package dev.soundcheck.conformance.adding;

import java.util.List;

/**
 * One step of a page.
 *
 * @param changes what it does to files, in order
 * @param commands what is typed in it, after that
 * @param complaints what the build says somewhere when this step is forgotten; empty for what
 *     nobody notices
 */
record Step(String title, List<Change> changes, List<Command> commands, List<String> complaints) {
  Step {
    changes = List.copyOf(changes);
    commands = List.copyOf(commands);
    complaints = List.copyOf(complaints);
  }
}
