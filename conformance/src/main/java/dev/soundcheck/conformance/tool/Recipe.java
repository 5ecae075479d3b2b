package dev.soundcheck.conformance.tool;

import java.util.List;

/** Where the output of a tool comes from. */
public sealed interface Recipe {
  /** Always this. */
  record Fixed(String output) implements Recipe {}

  /**
   * What this program writes; it reads the call's arguments as JSON.
   *
   * @param words the program and its arguments; no shell sees them
   */
  record Command(List<String> words) implements Recipe {
    public Command {
      words = List.copyOf(words);
    }
  }
}
