package dev.soundcheck.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Programs that are no part of a repertoire: of one file, or written where they are used. */
public final class Programs {
  private static final String HERE = "given";

  private Programs() {}

  /** Somebody who is told how a program is played, by whichever thread plays it. */
  public interface Watcher {
    /**
     * A program has moved.
     *
     * @param end whether nothing is left to play, on no other connection either
     */
    void moved(Move move, boolean end);
  }

  /** The same program, with somebody who is told of its moves and those of its sequels. */
  public static Program watched(Program program, Watcher watcher) {
    return new WatchedProgram(program, watcher);
  }

  /**
   * The scenario of a feature that is given in full, or as a file.
   *
   * @param feature text of more than one line, or a path that ends in {@code .feature}; what stands
   *     beside the file can be named in it, and beside text nothing can
   * @return empty when it is neither, so that it can only be a name
   * @throws ScriptException with every mistake, or when there are more scenarios than one
   */
  public static Optional<Program> of(String feature) {
    return of(feature, Vocabulary.NONE);
  }

  /**
   * The same, to be played by somebody who tells these phrases apart.
   *
   * @throws ScriptException with every mistake, or when there are more scenarios than one
   */
  public static Optional<Program> of(String feature, Vocabulary vocabulary) {
    if (feature.strip().contains("\n")) {
      var source = new FeatureSource(HERE, HERE, feature, name -> Optional.empty());
      return Optional.of(only(source, vocabulary));
    }
    return FeatureFolder.isFeature(feature)
        ? Optional.of(only(FeatureFolder.source(Path.of(feature)), vocabulary))
        : Optional.empty();
  }

  private static Program only(FeatureSource source, Vocabulary vocabulary) {
    List<Program> programs = List.copyOf(Repertoire.compiled(List.of(source), vocabulary).values());
    if (programs.size() > 1) {
      throw new ScriptException(
          List.of(
              "%s: expected one scenario or rule, got %d: %s. Give it those of a folder by name."
                  .formatted(source.shown(), programs.size(), titles(programs))));
    }
    return programs.get(0);
  }

  private static String titles(List<Program> programs) {
    return programs.stream()
        .map(program -> "'" + program.title() + "'")
        .collect(Collectors.joining(", "));
  }
}
