package dev.soundcheck.script;

/**
 * A compiled scenario, or a rule of reactive exchanges. A value: playing it changes nothing in it,
 * so any number of sessions share one.
 */
public interface Program {
  /** {@code topic/title-in-kebab-case}. */
  String name();

  /** The title as written. */
  String title();

  /** Where the role stands before anything was seen. */
  Position start(Role role);

  /** What follows when this is seen at that position. */
  Move see(Position position, Seen seen);
}
