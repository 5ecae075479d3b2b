package dev.soundcheck.script;

import java.util.Comparator;
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
    Optional<Branch> fitting = fitting(turn.get());
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
    return otherwise.isPresent() || fitting(turn).isPresent();
  }

  /** Chosen words win over any words. */
  private Optional<Branch> fitting(Turn turn) {
    return branches.stream()
        .filter(branch -> branch.turn().fits(turn, true) > 0)
        .max(Comparator.comparingInt(branch -> branch.turn().fits(turn, true)));
  }

  @Override
  public List<String> phrases() {
    List<TurnBeat> turns = branches.stream().map(Branch::turn).toList();
    boolean alone = turns.stream().filter(TurnBeat::spoken).count() == 1;
    return Heard.choices(turns, otherwise.isPresent() || alone);
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
