package dev.soundcheck.server.control;

import dev.soundcheck.script.Act;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Programs;
import dev.soundcheck.script.Repertoire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server in virtual time that nobody is connected to and that nothing can be done to. */
final class Puppets implements Controls {
  @Override
  public Instant now(String test) {
    return Instant.EPOCH;
  }

  @Override
  public boolean virtual() {
    return true;
  }

  @Override
  public Optional<List<String>> journal(String test) {
    return Optional.empty();
  }

  @Override
  public void advance(String test, Duration by) {
    throw new AssertionError("nothing is to be done");
  }

  @Override
  public Repertoire repertoire(String test) {
    return Repertoire.builtIn();
  }

  @Override
  public Optional<String> folder() {
    return Optional.empty();
  }

  @Override
  public Repertoire compile(Optional<String> folder, Map<String, String> texts) {
    throw new AssertionError("nothing is to be done");
  }

  @Override
  public Program compile(String feature) {
    return Programs.of(feature).orElseThrow();
  }

  @Override
  public void load(String test, Repertoire features) {
    throw new AssertionError("nothing is to be done");
  }

  @Override
  public List<String> queued(String test) {
    return List.of();
  }

  @Override
  public void queue(String test, Program program) {
    throw new AssertionError("nothing is to be done");
  }

  @Override
  public void clearQueue(String test) {}

  @Override
  public boolean perform(int session, Act act) {
    throw new AssertionError("nothing is to be done");
  }

  @Override
  public String call(
      String test,
      String scenario,
      Optional<String> from,
      Optional<String> to,
      Map<String, String> headers) {
    throw new AssertionError("nothing is to be done");
  }

  @Override
  public void reset(String test, List<Integer> sessions) {}
}
