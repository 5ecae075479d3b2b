package dev.soundcheck.script;

import java.util.List;
import java.util.Optional;

/** A beat that is a turn of the client's, whatever it is made of. */
interface ClientTurn extends Beat {
  /** What of this turn is not as the lines ask. */
  List<Unmet> unmetBy(Turn turn);

  /** What it asks for, in words. */
  String expected();

  @Override
  default Side side() {
    return Side.CLIENT;
  }

  @Override
  default void enter(Stage stage) {
    stage.hearing().turnBegins();
  }

  @Override
  default boolean byServer(Stage stage) {
    Optional<Turn> turn = stage.takeTurn();
    if (turn.isEmpty()) {
      return stage.waitsWithin(line(), expected());
    }
    stage.unmet(unmetBy(turn.get()));
    return true;
  }

  @Override
  default boolean welcomes(Turn turn) {
    return unmetBy(turn).isEmpty();
  }
}
