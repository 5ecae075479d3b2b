package dev.soundcheck.schemas;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The captured material beside the project, which tests of all modules read and never copy. */
public final class Shared {
  private Shared() {}

  /** A file or folder of it; without it the test is skipped, and fails in CI. */
  public static Path file(String name) {
    Path file = Path.of(System.getProperty("soundcheck.shared", "absent"), name);
    if (!Files.exists(file)) {
      absent(name);
    }
    return file;
  }

  static List<String> lines(String name) {
    try {
      return Files.readAllLines(file(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Path> files(String folder, String ending) {
    try (Stream<Path> all = Files.list(file(folder))) {
      return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void absent(String name) {
    String message =
        "SKIPPED: ../shared/" + name + " is not there, so nothing captured was checked";
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      throw new AssertionError(message + ", which CI does not allow");
    }
    System.out.println(message);
    abort(message);
  }
}
