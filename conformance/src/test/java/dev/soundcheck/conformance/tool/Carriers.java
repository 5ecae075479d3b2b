package dev.soundcheck.conformance.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who of this machine's processes came of a test: those with the test's word in their environment
 * or their command line. Shares nothing with what is tested.
 */
public final class Carriers {
  private static final Path PROC = Path.of("/proc");

  private Carriers() {}

  /** Skips the test loudly where processes cannot be looked through; on Linux in CI it fails. */
  public static void canBeSeen() {
    if (!Files.isReadable(PROC.resolve("self/environ"))) {
      absent("/proc");
    }
  }

  /** The same for a program of the system that a test's script needs. */
  public static void hasProgram(String name) {
    if (Programs.missing(name, System.getenv("PATH")).isPresent()) {
      absent(name);
    }
  }

  /** Those alive; who only waits for its parent to ask how it ended has neither of both. */
  public static List<String> of(String word) {
    List<String> alive = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        String line = read(process.resolve("cmdline"));
        if (line.contains(word) || read(process.resolve("environ")).contains(word)) {
          alive.add(process.getFileName() + " " + line.replace('\0', ' '));
        }
      }
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
    return alive;
  }

  public static void assertNone(String word) {
    assertThat(of(word)).as("processes that were left").isEmpty();
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException endedOrAnothers) {
      return "";
    }
  }

  private static void absent(String what) {
    String message =
        "SKIPPED: there is no " + what + " here, so nobody knows whether a program left something";
    if (Boolean.parseBoolean(System.getenv("CI"))
        && "Linux".equals(System.getProperty("os.name"))) {
      throw new AssertionError(message + ", which CI does not allow");
    }
    System.out.println(message);
    abort(message);
  }
}
