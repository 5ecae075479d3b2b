package dev.soundcheck.conformance.tool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Whether a program can be started, known before anything is said. */
final class Programs {
  private Programs() {}

  /** Why this cannot be started; empty when it can, or when only the system knows. */
  static Optional<String> missing(String program, String searched) {
    return missing(program, searched, Path.of(""));
  }

  /**
   * The same for a program that is started in another folder.
   *
   * @param searched the PATH
   */
  static Optional<String> missing(String program, String searched, Path folder) {
    if (File.separatorChar == '\\') {
      return Optional.empty();
    }
    try {
      return program.contains("/") ? notAFile(program, folder) : notIn(program, searched, folder);
    } catch (InvalidPathException notAName) {
      return Optional.of("'%s' cannot be the name of a program".formatted(program));
    }
  }

  private static Optional<String> notAFile(String program, Path folder) {
    Path file = folder.resolve(program);
    if (!Files.isRegularFile(file)) {
      return Optional.of("there is no program '%s'".formatted(program));
    }
    return Files.isExecutable(file)
        ? Optional.empty()
        : Optional.of("'%s' may not be run; chmod +x allows it".formatted(program));
  }

  private static Optional<String> notIn(String program, String searched, Path folder) {
    boolean there =
        Arrays.stream(searched.split(File.pathSeparator))
            .map(entry -> folder.resolve(entry).resolve(program))
            .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    return there
        ? Optional.empty()
        : Optional.of(
            "there is no program '%s' in the PATH; one in this folder is written './%s'"
                .formatted(program, program));
  }
}
