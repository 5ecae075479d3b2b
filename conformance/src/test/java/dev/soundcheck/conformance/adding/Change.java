package dev.soundcheck.conformance.adding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a step does to one file, named as from the top of the project. */
sealed interface Change {
  String file();

  /** Does it in this copy of the project. */
  void apply(Path root) throws IOException;

  /** A file that was not there. */
  record Created(String file, String text) implements Change {
    @Override
    public void apply(Path root) throws IOException {
      Path made = root.resolve(file);
      if (Files.exists(made)) {
        throw new AssertionError("%s: expected a new file, found one".formatted(file));
      }
      Files.createDirectories(made.getParent());
      Files.writeString(made, text);
    }
  }

  /**
   * A part of a file that becomes another.
   *
   * @param page where the page says so, as {@code fault.md:31}
   * @param before whole lines that stand in the file exactly once
   * @param after what stands in their place
   */
  record Replaced(String page, String file, String before, String after) implements Change {
    @Override
    public void apply(Path root) throws IOException {
      Path changed = root.resolve(file);
      String text = "\n" + Files.readString(changed);
      int first = text.indexOf("\n" + before);
      if (first < 0 || text.indexOf("\n" + before, first + 1) >= 0) {
        throw new AssertionError(
            "%s: expected these lines once in %s, found %s; mend the page:%n%s"
                .formatted(page, file, first < 0 ? "none" : "several", before));
      }
      String whole =
          text.substring(0, first + 1) + after + text.substring(first + 1 + before.length());
      Files.writeString(changed, whole.substring(1));
    }
  }
}
