package dev.soundcheck.conformance.tool;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Recipes as people write them. */
public final class Recipes {
  private Recipes() {}

  /**
   * A command as a text.
   *
   * @param where begins each mistake
   */
  public static Optional<Recipe> command(String text, String where, List<String> mistakes) {
    try {
      return command(CommandWords.of(text), where, mistakes);
    } catch (IllegalArgumentException unreadable) {
      mistakes.add("%s: %s in '%s'.".formatted(where, unreadable.getMessage(), text));
      return Optional.empty();
    }
  }

  static Optional<Recipe> command(List<String> words, String where, List<String> mistakes) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    Optional<String> missing = Programs.missing(words.get(0), path);
    missing.ifPresent(why -> mistakes.add("%s: %s.".formatted(where, why)));
    return missing.isPresent() ? Optional.empty() : Optional.of(new Recipe.Command(words));
  }
}
