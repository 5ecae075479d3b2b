package dev.soundcheck.audio;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that know nothing of this project, in a folder of their own. */
record OutsideJudge(Path folder) {
  private static final String PACKAGES = "sox opus-tools ffmpeg";
  private static final List<String> PROGRAMS = List.of("sox", "opusenc", "opusdec", "ffmpeg");

  /** Skips the test loudly where a program is missing; in CI it fails. */
  static void require() {
    List<String> missing = PROGRAMS.stream().filter(one -> !installed(one)).toList();
    if (!missing.isEmpty()) {
      String why = "no %s: apt-get install %s".formatted(String.join(", ", missing), PACKAGES);
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        throw new IllegalStateException(why);
      }
      System.err.println("SKIPPED: " + why);
      abort(why);
    }
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path holds(String name, byte[] bytes) throws IOException {
    return Files.write(file(name), bytes);
  }

  byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(file(name));
  }

  /** Runs a program, words parted by single spaces; returns what it says on both outputs. */
  String runs(String command) throws IOException {
    Path said = file("said.txt");
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("'%s' takes longer than a minute".formatted(command));
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
    String output = Files.readString(said);
    if (process.exitValue() != 0) {
      throw new AssertionError("'%s' failed: %s".formatted(command, output));
    }
    return output;
  }
}
