package dev.soundcheck.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A compiled scenario, or a rule of reactive exchanges. A value: playing it changes nothing in it,
 * so any number of sessions share one.
 */
public interface Program {
  /** {@code topic/title-in-kebab-case}. */
  String name();

  /** The title as written. */
  String title();

  /** Its tags, each with its {@code @}; they choose scenarios and change nothing in them. */
  default Set<String> tags() {
    return Set.of();
  }

  /** The telephone call that it is about, if it is about one. */
  default Optional<IncomingCall> call() {
    return Optional.empty();
  }

  /** How long its session lasts, where it says so. */
  default Endurance endurance() {
    return Endurance.OPEN;
  }

  /** At which pace the mock answers, where it says so; that of the server otherwise. */
  default Optional<Pacing> pacing() {
    return Optional.empty();
  }

  /**
   * What the user says or types, turn by turn, as the client's role does it; words that may be any
   * stand there as that role chooses them.
   */
  default List<String> turns() {
    return List.of();
  }

  /** Whether a line that is not played yet is about events of this name. */
  default boolean awaits(Position position, String type) {
    return false;
  }

  /** What goes wrong from the opening of a connection on, before anything was seen. */
  default List<Fault> faults() {
    return List.of();
  }

  /** Whether it has a server break the contract, so that its client may find that broken. */
  default boolean misbehaves() {
    return false;
  }

  /**
   * The first line that only a server can meet that does as a scenario says, with its place: one
   * that breaks the contract, ends the connection, or takes a call. Others have a mind of their
   * own.
   */
  default Optional<String> staged() {
    return Optional.empty();
  }

  /** What is played to a client that comes back for the conversation of this; of the same name. */
  default Optional<Program> sequel() {
    return Optional.empty();
  }

  /** Where the role stands before anything was seen. */
  Position start(Role role);

  /** The same, where lines of the other role are waited for no longer than this. */
  default Position start(Role role, Duration patience) {
    return start(role);
  }

  /**
   * What follows when this is seen at that position. The wish of a move to be woken replaces that
   * of the move before. {@link Seen.Wire} of what this role sends itself has to be seen too, and
   * each event before what it brings about; {@code response.done} before its {@link Seen.Answered}.
   */
  Move see(Position position, Seen seen);
}
