package dev.soundcheck.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All programs that can be played, by name. */
public final class Repertoire {
  private Repertoire() {}

  /** The features that come with the product. */
  public static Repertoire builtIn() {
    throw new UnsupportedOperationException();
  }

  /**
   * The built-in features and those of a folder, which win where names are equal.
   *
   * @throws ScriptException with every mistake of every file
   */
  public static Repertoire with(Path folder) {
    throw new UnsupportedOperationException(folder.toString());
  }

  public List<Program> programs() {
    throw new UnsupportedOperationException();
  }

  /** By name, or by a title that only one program has. */
  public Optional<Program> named(String name) {
    throw new UnsupportedOperationException(name);
  }

  /** The names most like this one, best first, at most three. */
  public List<String> nearest(String name) {
    throw new UnsupportedOperationException(name);
  }

  /** The one that answers whatever is said or typed; played when none is named. */
  public Program conversation() {
    throw new UnsupportedOperationException();
  }
}
