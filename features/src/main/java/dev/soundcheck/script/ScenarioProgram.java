package dev.soundcheck.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A scenario on one connection: its lines once, from the first to the last. */
final class ScenarioProgram implements Program {
  private final Billing billing;
  private final Course course;
  private final Optional<Program> sequel;
  private final Heed heed;

  ScenarioProgram(Billing billing, Course course, Optional<Program> sequel) {
    this.billing = billing;
    this.course = course;
    this.sequel = sequel;
    heed = course.heed();
  }

  @Override
  public String name() {
    return billing.name();
  }

  @Override
  public String title() {
    return billing.title().text();
  }

  @Override
  public Set<String> tags() {
    return billing.tags();
  }

  @Override
  public List<String> turns() {
    List<String> later = sequel.map(Program::turns).orElse(List.of());
    return Stream.concat(course.turns().stream(), later.stream()).toList();
  }

  @Override
  public List<Fault> faults() {
    return course.openingFaults();
  }

  @Override
  public Optional<Pacing> pacing() {
    return course.pacing();
  }

  @Override
  public Endurance endurance() {
    return course.endurance();
  }

  @Override
  public boolean misbehaves() {
    return course.misbehaves() || sequel.filter(Program::misbehaves).isPresent();
  }

  @Override
  public Optional<String> staged() {
    return course.staged().or(() -> sequel.flatMap(Program::staged));
  }

  @Override
  public Optional<Program> sequel() {
    return sequel;
  }

  @Override
  public Optional<IncomingCall> call() {
    return course.call();
  }

  @Override
  public boolean awaits(Position position, String type) {
    Standing standing = (Standing) position;
    return !standing.over && course.awaits(standing.beat, type);
  }

  @Override
  public Position start(Role role) {
    return start(role, Limits.of(role));
  }

  @Override
  public Position start(Role role, Duration patience) {
    return new Standing(role, patience);
  }

  @Override
  public Move see(Position position, Seen seen) {
    Stage stage = Stage.after(position, seen, heed);
    course.play(stage);
    if (stage.to().over || course.ended(stage)) {
      afterTheLastLine(stage);
    }
    return stage.move(speech(stage), course.phrases(stage));
  }

  private void afterTheLastLine(Stage stage) {
    stage.to().over = true;
    for (var turn = stage.takeTurn(); turn.isPresent(); turn = stage.takeTurn()) {
      List<Beat> beats = course.beats();
      Line last = beats.get(Math.min(stage.to().beat, beats.size() - 1)).line();
      stage.unmet(last.unmet("no turn after the last line", Turns.shown(turn.get())));
      stage.act(Course.AFTERWARDS);
    }
  }

  private Optional<String> speech(Stage stage) {
    return stage.to().role == Role.SERVER ? course.speech(stage) : Optional.empty();
  }
}
