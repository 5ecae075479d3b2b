package dev.soundcheck.conformance.cli;

import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.script.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds scenarios by name, or says which names are near. */
final class ScenarioNames {
  private ScenarioNames() {}

  /**
   * The built-in scenarios, and those of a folder where one is given; also those that only a mock
   * can play that listens.
   *
   * @throws WrongUse when there is no such folder
   */
  static Repertoire of(Optional<Path> features) {
    if (features.isEmpty()) {
      return Repertoire.builtIn(Vocabulary.UNHEARD);
    }
    checkFolder(features.orElseThrow());
    return Repertoire.with(features.orElseThrow(), Vocabulary.UNHEARD);
  }

  /** A folder that is not there is wrong use, not an empty repertoire. */
  static void checkFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new WrongUse(
          "--features: expected a folder of .feature files, found no folder '%s'."
              .formatted(folder));
    }
  }

  static Program find(Repertoire repertoire, String name) {
    return repertoire.named(name).orElseThrow(() -> new WrongUse(repertoire.noneNamed(name)));
  }
}
