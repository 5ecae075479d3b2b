package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.report.Columns;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Names and titles, aligned. */
final class ScenarioList {
  private ScenarioList() {}

  static void print(Repertoire repertoire, Optional<String> tags, PrintWriter out) {
    List<Program> programs =
        tags.map(chosen -> tagged(repertoire, chosen)).orElseGet(repertoire::programs);
    int width = programs.stream().mapToInt(program -> program.name().length()).max().orElse(0);
    programs.stream()
        .sorted(Comparator.comparing(Program::name))
        .forEach(program -> out.println(Columns.clean(line(program, width))));
  }

  private static List<Program> tagged(Repertoire repertoire, String tags) {
    try {
      return repertoire.tagged(tags);
    } catch (IllegalArgumentException wrong) {
      throw new WrongUse("--tags: %s.".formatted(wrong.getMessage()));
    }
  }

  private static String line(Program program, int width) {
    return program.name() + " ".repeat(width - program.name().length() + 2) + program.title();
  }
}
