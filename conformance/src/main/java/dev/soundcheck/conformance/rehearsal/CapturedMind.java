package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Move;
import dev.soundcheck.script.Position;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Role;
import dev.soundcheck.script.Seen;
import java.util.List;
import java.util.Optional;

/** Answers every turn as the server of a recording did; turns after its last answer get none. */
final class CapturedMind implements Program {
  /** How many answers were given. */
  private record Given(int answers) implements Position {}

  private final List<Act.Answer> answers;

  CapturedMind(List<Act.Answer> answers) {
    this.answers = List.copyOf(answers);
  }

  @Override
  public String name() {
    return "recorded";
  }

  @Override
  public String title() {
    return "A recorded session";
  }

  @Override
  public Position start(Role role) {
    return new Given(0);
  }

  @Override
  public Move see(Position position, Seen seen) {
    int given = ((Given) position).answers();
    if (isForced(seen)) {
      return move(given + 1, List.of());
    }
    return seen instanceof Seen.Asked && given < answers.size()
        ? move(given + 1, List.of(answers.get(given)))
        : move(given, List.of());
  }

  /** The session speaks forced words itself (live-behaviour.md 2.11); that was an answer too. */
  private static boolean isForced(Seen seen) {
    return seen instanceof Seen.Wire wire
        && wire.from() == Origin.CLIENT
        && wire.json().at("/item/type").asString("").equals("force_message");
  }

  private static Move move(int given, List<Act> acts) {
    return new Move(
        new Given(given),
        acts,
        Optional.empty(),
        false,
        "",
        Optional.empty(),
        List.of(),
        false,
        List.of());
  }
}
