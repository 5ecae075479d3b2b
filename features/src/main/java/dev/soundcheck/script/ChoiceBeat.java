package dev.soundcheck.script;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What the user says decides how it goes on. The client role says the first of the choices.
 *
 * @param branches what can be said, and where it goes on then
 * @param otherwise where it goes on when anything else is said
 */
record ChoiceBeat(List<Branch> branches, OptionalInt otherwise) implements Beat {
  /** One thing that can be said. */
  record Branch(TurnBeat turn, int label) {}

  ChoiceBeat {
    branches = List.copyOf(branches);
  }

  @Override
  public Line line() {
    return branches.get(0).turn().line();
  }

  @Override
  public Side side() {
    return Side.CLIENT;
  }

  @Override
  public void enter(Stage stage) {
    stage.hearing().turnBegins();
  }

  @Override
  public boolean byServer(Stage stage) {
    Optional<Turn> turn = stage.takeTurn();
    if (turn.isEmpty()) {
      return stage.waitsWithin(line(), expected());
    }
    Optional<Branch> fitting =
        branches.stream().filter(branch -> branch.turn().welcomes(turn.get())).findFirst();
    if (fitting.isEmpty() && otherwise.isEmpty()) {
      stage.unmet(line().unmet(expected(), Turns.shown(turn.get())));
    }
    stage.jump(fitting.map(Branch::label).orElse(otherwise.orElse(branches.get(0).label())));
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    Branch first = branches.get(0);
    stage.jump(first.label());
    return first.turn().byClient(stage);
  }

  @Override
  public boolean welcomes(Turn turn) {
    return otherwise.isPresent()
        || branches.stream().anyMatch(branch -> branch.turn().welcomes(turn));
  }

  @Override
  public Optional<String> speech() {
    return branches.stream()
        .map(Branch::turn)
        .filter(TurnBeat::spoken)
        .map(TurnBeat::speech)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private String expected() {
    return branches.stream()
        .map(branch -> branch.turn().expected())
        .collect(Collectors.joining(" or "));
  }
}
