package dev.soundcheck.script;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step of a play, made of one line or of consecutive lines that belong together. Data: what has
 * happened stands on the stage.
 */
interface Beat {
  /** The line it stands for; of several, the first. */
  Line line();

  Side side();

  /** It is the next one now. */
  default void enter(Stage stage) {}

  /** The server role plays or checks it; false while it has to wait. */
  boolean byServer(Stage stage);

  /** The client role plays or checks it; false while it has to wait. */
  boolean byClient(Stage stage);

  /** Both as one, where the two lines belong together. */
  default Optional<Beat> joined(Beat next) {
    return Optional.empty();
  }

  /** Whether it waits for exactly this turn. */
  default boolean welcomes(Turn turn) {
    return false;
  }

  /** The beat itself, where this one only says when it has to happen. */
  default Beat bare() {
    return this;
  }

  /** The same with another beat in it, where this one only says when it has to happen. */
  default Beat around(Beat other) {
    return other;
  }

  /** Whether it happens while the answer before it is spoken. */
  default boolean inAnswer() {
    return false;
  }

  /** Whether the answer it happens in is not spoken to its end. */
  default boolean cuts() {
    return false;
  }

  /** Whether nothing can follow it. */
  default boolean closes() {
    return false;
  }

  /** Whether only a server that does as it is told can meet it. */
  default boolean staged() {
    return false;
  }

  /** Whether the session asks for an answer by itself after it. */
  default boolean wantsAnswer() {
    return false;
  }

  /** What its JSON asks to be filled in from what was remembered. */
  default List<String> names() {
    return List.of();
  }

  /** The events that it looks at without asking for them. */
  default Set<String> marks() {
    return Set.of();
  }

  /** Whether it is no fault of this line when the connection ends before it is over. */
  default boolean mayEndWithIt(Stage stage) {
    return false;
  }

  /** The events on the wire it has to know about. */
  default Set<String> types() {
    return Set.of();
  }

  /** The words of the user in it, if it is the user's. */
  default Optional<String> speech() {
    return Optional.empty();
  }

  /** What speech has to be told apart by; empty where what is said decides nothing. */
  default List<String> phrases() {
    return List.of();
  }
}
