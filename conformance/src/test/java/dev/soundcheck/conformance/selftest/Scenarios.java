package dev.soundcheck.conformance.selftest;

import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.nio.file.Path;
import java.util.List;

/** The scenarios that broken peers play: those built in, and some more. */
final class Scenarios {
  private static final List<Program> MORE =
      Repertoire.only(Path.of("src/test/resources/dev/soundcheck/conformance/selftest"));

  private Scenarios() {}

  static Program named(String name) {
    return Repertoire.builtIn()
        .named(name)
        .or(() -> MORE.stream().filter(one -> one.name().equals(name)).findFirst())
        .orElseThrow(() -> new AssertionError("there is no scenario " + name));
  }
}
