package dev.soundcheck.conformance.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources that the build compiles. */
final class JavaSources {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  private static final List<Path> FILES =
      Stream.of("schemas", "audio", "features", "mock-server", "conformance", "docs/examples")
          .map(module -> ROOT.resolve(module).resolve("src"))
          .flatMap(JavaSources::below)
          .toList();

  private JavaSources() {}

  static Stream<Path> all() {
    return FILES.stream();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
