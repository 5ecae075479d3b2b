package dev.soundcheck.server.api;

import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.util.Optional;

/**
 * What is played to clients of each test, apart from what they name themselves. The empty id stands
 * for all that name no test. Safe for use by many threads.
 */
public interface Playbill {
  /** What can be named. */
  Repertoire repertoire(String test);

  /** What somebody has put in line for the next client of this test; it is out of the line then. */
  Optional<Program> next(String test);

  /**
   * A client comes back for this conversation. May block for a second, to learn what other servers
   * know of it.
   */
  default void comesBack(String test, String conversation) {}

  /** What goes on in this conversation when its client comes back for it. */
  Optional<Program> sequel(String test, String conversation);

  /** Played to clients that name nothing when nothing is in line. */
  Program usual(String test);
}
