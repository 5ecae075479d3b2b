package dev.soundcheck.conformance.adding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds classes by their simple names, as Maven does. */
final class TestNames {
  private TestNames() {}

  /** The whole name of the only class of this name in these places. */
  static String whole(String simple, URL... places) {
    List<String> found =
        Stream.of(places).flatMap(place -> below(place, simple)).distinct().toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "expected one class %s, found %s".formatted(simple, found));
    }
    return found.get(0);
  }

  private static Stream<String> below(URL place, String simple) {
    try {
      Path folder = Path.of(place.toURI());
      try (Stream<Path> all = Files.walk(folder)) {
        return all
            .filter(file -> file.endsWith(simple + ".class"))
            .map(file -> folder.relativize(file).toString())
            .map(name -> name.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", "."))
            .toList()
            .stream();
      }
    } catch (URISyntaxException | IOException unreadable) {
      throw new UncheckedIOException(new IOException(place.toString(), unreadable));
    }
  }
}
