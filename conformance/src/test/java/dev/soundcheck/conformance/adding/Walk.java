package dev.soundcheck.conformance.adding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page done from its first step to its last, and once for each step without that one.
 *
 * @param compiler what the compiler had against the whole
 * @param printed what each command of the page printed; nothing when it did not compile
 * @param forgotten what the build said without the first step, without the second, and so on
 */
record Walk(HowTo page, String compiler, List<String> printed, List<String> forgotten) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long MINUTES = 5;

  Walk {
    printed = List.copyOf(printed);
    forgotten = List.copyOf(forgotten);
  }

  /** Walks in folders below this one. */
  static Walk through(HowTo page, Path folder) {
    List<Attempt> attempts = new ArrayList<>();
    attempts.add(Attempt.whole(page, folder.resolve("whole")));
    for (int step = 0; step < page.steps().size(); step++) {
      attempts.add(Attempt.without(page, step, folder.resolve("without-" + (step + 1))));
    }
    List<Attempt> compiled =
        attempts.stream().filter(attempt -> attempt.compiler().isEmpty()).toList();
    List<List<String>> printed = tried(folder, compiled.stream().map(Attempt::trial).toList());
    List<List<String>> said = new ArrayList<>();
    for (Attempt attempt : attempts) {
      int place = compiled.indexOf(attempt);
      said.add(place < 0 ? List.of() : printed.get(place));
    }
    List<String> forgotten = new ArrayList<>();
    for (int step = 1; step < attempts.size(); step++) {
      forgotten.add(attempts.get(step).compiler() + String.join("", said.get(step)));
    }
    return new Walk(page, attempts.get(0).compiler(), said.get(0), forgotten);
  }

  private static List<List<String>> tried(Path folder, List<Trial> trials) {
    Path asked = folder.resolve("asked.json");
    Path came = folder.resolve("came.json");
    JSON.writeValue(asked.toFile(), trials);
    Path log = folder.resolve("child.log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-Dsoundcheck.shared=" + System.getProperty("soundcheck.shared", ""),
            "-cp",
            System.getProperty("java.class.path"),
            TrialProgram.class.getName(),
            asked.toString(),
            came.toString());
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder
          .environment()
          .remove("CI"); // there nothing may be written anew, and here it has to be
      Process child = builder.start();
      boolean over = child.waitFor(MINUTES, TimeUnit.MINUTES);
      child.destroyForcibly();
      if (!over || !Files.exists(came)) {
        throw new AssertionError(Files.readString(log));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while " + folder + " was tried", interrupted);
    }
    return JSON.readValue(came.toFile(), new TypeReference<List<List<String>>>() {});
  }
}
