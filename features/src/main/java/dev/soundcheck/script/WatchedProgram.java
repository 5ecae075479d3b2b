package dev.soundcheck.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A program whose moves somebody is told of, and those of its sequels. */
record WatchedProgram(Program program, Programs.Watcher watcher) implements Program {
  @Override
  public String name() {
    return program.name();
  }

  @Override
  public String title() {
    return program.title();
  }

  @Override
  public Set<String> tags() {
    return program.tags();
  }

  @Override
  public Optional<IncomingCall> call() {
    return program.call();
  }

  @Override
  public Optional<Pacing> pacing() {
    return program.pacing();
  }

  @Override
  public Endurance endurance() {
    return program.endurance();
  }

  @Override
  public boolean awaits(Position position, String type) {
    return program.awaits(position, type);
  }

  @Override
  public List<String> turns() {
    return program.turns();
  }

  @Override
  public List<Fault> faults() {
    return program.faults();
  }

  @Override
  public boolean misbehaves() {
    return program.misbehaves();
  }

  @Override
  public Optional<String> staged() {
    return program.staged();
  }

  @Override
  public Optional<Program> sequel() {
    return program.sequel().map(next -> new WatchedProgram(next, watcher));
  }

  @Override
  public Position start(Role role) {
    return program.start(role);
  }

  @Override
  public Position start(Role role, Duration patience) {
    return program.start(role, patience);
  }

  @Override
  public Move see(Position position, Seen seen) {
    Move move = program.see(position, seen);
    watcher.moved(move, move.over() && program.sequel().isEmpty());
    return move;
  }
}
