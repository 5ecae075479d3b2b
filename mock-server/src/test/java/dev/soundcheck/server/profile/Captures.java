package dev.soundcheck.server.profile;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the captured material lies: beside the project, read and never copied. */
final class Captures {
  private Captures() {}

  /** A file or folder of it; without it the test is skipped, and fails in CI. */
  static Path file(String name) {
    Path file = Path.of(System.getProperty("soundcheck.shared", "absent"), name);
    if (!Files.exists(file)) {
      String message =
          "SKIPPED: ../shared/" + name + " is not there, so nothing captured was checked";
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        throw new AssertionError(message + ", which CI does not allow");
      }
      System.out.println(message);
      abort(message);
    }
    return file;
  }
}
