package dev.soundcheck.server.play;

import dev.soundcheck.script.Act;
import dev.soundcheck.script.Move;
import dev.soundcheck.script.Position;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Role;
import dev.soundcheck.script.Seen;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A program that does what a test says, and keeps what it saw. */
final class Puppet implements Program {
  final List<Seen> seen = new ArrayList<>();
  private final Function<Seen, Move> moves;

  private record Nowhere() implements Position {}

  Puppet(Function<Seen, Move> moves) {
    this.moves = moves;
  }

  /** Answers every turn with these words. */
  static Puppet saying(String words) {
    return new Puppet(
        seen ->
            seen instanceof Seen.Asked
                ? doing(new Act.Answer(List.of(new Act.Speech(words, Optional.empty()))))
                : doing());
  }

  static Move doing(Act... acts) {
    return move(List.of(acts), Optional.empty(), Optional.empty(), List.of());
  }

  static Move wakingAt(Duration at, Act... acts) {
    return move(List.of(acts), Optional.of(at), Optional.empty(), List.of());
  }

  static Move expecting(String words) {
    return move(List.of(), Optional.empty(), Optional.of(words), List.of());
  }

  static Move missing(Unmet unmet) {
    return move(List.of(), Optional.empty(), Optional.empty(), List.of(unmet));
  }

  private static Move move(
      List<Act> acts, Optional<Duration> wakeAt, Optional<String> speech, List<Unmet> unmet) {
    return new Move(
        new Nowhere(), acts, wakeAt, false, "something", speech, unmet, false, List.of());
  }

  @Override
  public String name() {
    return "test/puppet";
  }

  @Override
  public String title() {
    return "Puppet";
  }

  @Override
  public Position start(Role role) {
    return new Nowhere();
  }

  @Override
  public Move see(Position position, Seen what) {
    seen.add(what);
    return moves.apply(what);
  }
}
