package dev.soundcheck.conformance.cli;

import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/** Names and titles, aligned. */
final class ScenarioList {
  private ScenarioList() {}

  static void print(Repertoire repertoire, PrintWriter out) {
    List<Program> programs = repertoire.programs();
    int width = programs.stream().mapToInt(program -> program.name().length()).max().orElse(0);
    programs.stream()
        .sorted(Comparator.comparing(Program::name))
        .forEach(program -> out.println(line(program, width)));
  }

  private static String line(Program program, int width) {
    return program.name() + " ".repeat(width - program.name().length() + 2) + program.title();
  }
}
