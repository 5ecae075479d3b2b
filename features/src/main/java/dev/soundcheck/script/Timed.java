package dev.soundcheck.script;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A beat that says when another one has to happen. */
interface Timed extends Beat {
  Beat inner();

  /** The same about another beat. */
  Beat wrap(Beat other);

  @Override
  default Beat around(Beat other) {
    return wrap(inner().around(other));
  }

  @Override
  default Line line() {
    return inner().line();
  }

  @Override
  default Side side() {
    return inner().side();
  }

  @Override
  default void enter(Stage stage) {
    inner().enter(stage);
  }

  @Override
  default Beat bare() {
    return inner().bare();
  }

  @Override
  default boolean inAnswer() {
    return inner().inAnswer();
  }

  @Override
  default boolean cuts() {
    return inner().cuts();
  }

  @Override
  default boolean closes() {
    return inner().closes();
  }

  @Override
  default boolean staged() {
    return inner().staged();
  }

  @Override
  default boolean wantsAnswer() {
    return inner().wantsAnswer();
  }

  @Override
  default List<String> names() {
    return inner().names();
  }

  @Override
  default Set<String> marks() {
    return inner().marks();
  }

  @Override
  default Set<String> types() {
    return inner().types();
  }

  @Override
  default boolean welcomes(Turn turn) {
    return inner().welcomes(turn);
  }

  @Override
  default Optional<String> speech() {
    return inner().speech();
  }

  @Override
  default List<String> phrases() {
    return inner().phrases();
  }

  @Override
  default Optional<Beat> joined(Beat next) {
    return inner().joined(next).map(this::wrap);
  }
}
