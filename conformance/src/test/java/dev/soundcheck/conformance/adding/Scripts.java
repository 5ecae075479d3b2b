package dev.soundcheck.conformance.adding;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The project's scripts in a copy of it, where the launcher starts the classes of the copy.
 *
 * @param root the copy
 * @param places its classes, then those of the build
 */
record Scripts(Path root, List<URL> places) {
  private static final String PYTHON = "python3";

  Scripts {
    places = List.copyOf(places);
  }

  /** Why scripts cannot be run here; empty when they can. */
  static String missing() {
    try {
      String version =
          output(new ProcessBuilder(PYTHON, "-c", "import sys, tomllib; print(sys.version)"));
      return version.isEmpty() ? "SKIPPED: %s is older than 3.11".formatted(PYTHON) : "";
    } catch (IOException absent) {
      return "SKIPPED: this machine has no %s".formatted(PYTHON);
    }
  }

  /** What a script writes to its standard output. */
  String printed(String command) throws IOException {
    launcher();
    String[] words = "%s %s/%s".formatted(PYTHON, root, command).split(" ");
    return output(new ProcessBuilder(words).directory(root.toFile()));
  }

  private void launcher() throws IOException {
    String path =
        Stream.concat(
                places.stream().map(URL::getPath), Stream.of(System.getProperty("java.class.path")))
            .collect(Collectors.joining(File.pathSeparator));
    Path launcher = root.resolve("soundcheck");
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        exec '%s/bin/java' -cp '%s' dev.soundcheck.conformance.cli.Soundcheck "$@"
        """
            .formatted(System.getProperty("java.home"), path));
    if (!launcher.toFile().setExecutable(true)) {
      throw new IOException(launcher + " cannot be made executable");
    }
  }

  private static String output(ProcessBuilder builder) throws IOException {
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
