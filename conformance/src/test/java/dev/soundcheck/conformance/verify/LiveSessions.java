package dev.soundcheck.conformance.verify;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The captured sessions beside the project, which the tests read and never copy. */
final class LiveSessions {
  private LiveSessions() {}

  static List<Path> files() {
    Path folder = Path.of(System.getProperty("soundcheck.shared", "absent"), "live-sessions");
    if (!Files.isDirectory(folder)) {
      absent(folder);
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void absent(Path folder) {
    String message = "SKIPPED: " + folder + " is not there, so nothing captured was checked";
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      throw new AssertionError(message + ", which CI does not allow");
    }
    System.out.println(message);
    abort(message);
  }
}
