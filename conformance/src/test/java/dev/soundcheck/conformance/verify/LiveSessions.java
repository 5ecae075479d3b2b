package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.Shared;
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
    try (Stream<Path> all = Files.list(Shared.file("live-sessions"))) {
      return all.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
