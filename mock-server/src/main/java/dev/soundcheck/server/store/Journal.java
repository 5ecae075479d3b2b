package dev.soundcheck.server.store;

import java.util.List;
import java.util.function.Supplier;

/**
 * What happened in tests, wherever their connections were: the lines of {@link JournalLines}. Safe
 * for use by many threads.
 */
public interface Journal {
  /**
   * Adds a line, some time later and in order; never blocks. What cannot be written is lost, and
   * the numbers of the lines show it.
   *
   * @param weight roughly how many bytes the line is
   * @param line is asked for when it is written, by another thread
   */
  void note(String test, long weight, Supplier<String> line);

  /**
   * The last lines of a test, with those that this server noted before. May block for a second;
   * there are none where nobody answers by then.
   */
  List<String> lines(String test);

  /** Forgets the lines of a test; may block for a second. */
  void clear(String test);
}
