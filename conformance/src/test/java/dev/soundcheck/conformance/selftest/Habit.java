package dev.soundcheck.conformance.selftest;

import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a peer: what becomes of what it says and of what it hears. */
public interface Habit {
  /** A peer of which nothing is wrong. */
  Habit NONE = new Habit() {};

  /** It is about to say this. */
  default void says(ObjectNode event, Mouth mouth) {
    mouth.say(event);
  }

  /**
   * The other side says this.
   *
   * @return what reaches it: {@code event}, changed or not; nothing when this is empty
   */
  default boolean hears(ObjectNode event, Mouth mouth) {
    return true;
  }

  /** Whether it leaves when it wants to. */
  default boolean leaves() {
    return true;
  }

  /** The connection is open. */
  default void begins(Mouth mouth) {}
}
