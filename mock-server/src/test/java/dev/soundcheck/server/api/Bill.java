package dev.soundcheck.server.api;

import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The conversation for everybody, and one scenario in line for a test where one was put there. */
final class Bill implements Playbill {
  private final Repertoire repertoire;
  private final Map<String, Program> line = new HashMap<>();

  Bill(Repertoire repertoire) {
    this.repertoire = repertoire;
  }

  void queue(String test, String scenario) {
    line.put(test, repertoire.named(scenario).orElseThrow());
  }

  @Override
  public Repertoire repertoire(String test) {
    return repertoire;
  }

  @Override
  public Optional<Program> next(String test) {
    return Optional.ofNullable(line.remove(test));
  }

  @Override
  public Optional<Program> sequel(String test, String conversation) {
    return Optional.empty();
  }

  @Override
  public Program usual(String test) {
    return repertoire.conversation();
  }
}
