package dev.soundcheck.conformance.suite;

/** Is told of a suite while it runs, by several threads. */
public interface Progress {
  /** One who looks away. */
  Progress NONE = new Progress() {};

  /**
   * It begins.
   *
   * @param conversations how many will be held
   * @param cost what they cost where that costs anything
   */
  default void announced(int conversations, Cost cost) {}

  /** A conversation begins. */
  default void began(String conversation) {}

  /** A conversation is over. */
  default void ended(Held held) {}
}
