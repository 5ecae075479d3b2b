package dev.soundcheck.server;

import dev.soundcheck.script.ScriptException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which folders may be read for whoever uses the control API: that which the server was started
 * with, and those below. Another one's files could be read off the mistakes that are told of them.
 *
 * @param folder of {@code --features}; empty when the server was started without
 */
record FeatureRoot(Optional<Path> folder) {
  /**
   * The folder of this name.
   *
   * @throws ScriptException when it is not one of them; the same whether there is one or not
   */
  Path below(String name) {
    if (folder.isEmpty()) {
      throw refused(
          "no folder, since the server was started without --features; give texts as 'files'",
          name);
    }
    try {
      Path asked = Path.of(name);
      if (real(asked).startsWith(real(folder.get()))) {
        return asked;
      }
    } catch (InvalidPathException noName) {
      throw refused(
          "the name of a folder", "one that no folder can have (%s)".formatted(noName.getReason()));
    }
    throw refused("'%s' of --features, or a folder below it".formatted(folder.get()), name);
  }

  /** Where links lead; where nothing is, links cannot lead out of there. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException nothingThere) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static ScriptException refused(String expected, String found) {
    return new ScriptException(List.of("folder: expected %s, got %s".formatted(expected, found)));
  }
}
