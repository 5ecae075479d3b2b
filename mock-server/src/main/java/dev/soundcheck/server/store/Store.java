package dev.soundcheck.server.store;

import java.time.Duration;
import java.util.Optional;

/**
 * What outlives connections: kept by one server alone, or shared by several that stand behind one
 * address. Nothing here blocks but what says so. Safe for use by many threads.
 */
public interface Store extends AutoCloseable {
  /** What is kept of the connections of one test; the empty id stands for those of none. */
  Shelf shelf(String test);

  /**
   * Uses a client secret up; may block for a second, so it is asked in a handshake and nowhere
   * else.
   *
   * @param secret tells it from all others
   * @param left until it expires by itself
   * @return false when it was used before, as far as that is known
   */
  boolean use(String secret, Duration left);

  /** Where several servers write down what happens in tests; empty for one that is alone. */
  Optional<Journal> journal();

  /**
   * Keeps the seeds of servers that share a store apart, because ids come from the seed and two
   * conversations must not have the same; 0 for one that is alone.
   */
  long salt();

  /** Says what is still to be said, for a second at most, and forgets the rest. */
  @Override
  void close();
}
