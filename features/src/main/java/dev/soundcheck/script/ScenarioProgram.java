package dev.soundcheck.script;

import java.util.Optional;
import java.util.Set;

/** A scenario: its lines once, from the first to the last. */
final class ScenarioProgram implements Program {
  private final Billing billing;
  private final Course course;
  private final Set<String> types;

  ScenarioProgram(Billing billing, Course course) {
    this.billing = billing;
    this.course = course;
    types = course.types();
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
  public Position start(Role role) {
    return new Standing(role);
  }

  @Override
  public Move see(Position position, Seen seen) {
    Stage stage = Stage.after(position, seen, types);
    course.play(stage);
    if (course.ended(stage)) {
      afterTheLastLine(stage);
    }
    return stage.move(speech(stage));
  }

  private void afterTheLastLine(Stage stage) {
    stage.to().over = true;
    for (var turn = stage.takeTurn(); turn.isPresent(); turn = stage.takeTurn()) {
      Line last = course.beats().get(course.beats().size() - 1).line();
      stage.unmet(last.unmet("no turn after the last line", Turns.shown(turn.get())));
      stage.act(Course.AFTERWARDS);
    }
  }

  private Optional<String> speech(Stage stage) {
    return stage.to().role == Role.SERVER ? course.speech(stage) : Optional.empty();
  }
}
