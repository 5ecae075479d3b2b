package dev.soundcheck.server;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.api.Announced;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Duration;

/**
 * Watches a server while it runs. Calls about one connection come one at a time and in order; calls
 * about different ones may come at once. A listener must not block, for it may be called by a
 * thread that reads for many connections; what it throws is logged and otherwise ignored.
 */
public interface ServerListener {
  /** A client was let in; nothing has been said yet. */
  default void opened(OpenedConnection connection) {}

  /** A call was announced by webhook; told once the answer is there, or will not come. */
  default void announced(Announced call) {}

  /** Something was said, by either side, or the connection was closed; closing comes last. */
  default void observed(Observed observed) {}

  /** Something is not as it should be. */
  default void found(ConnectionFinding finding) {}

  /**
   * Something that whoever runs the server should know and that belongs to no connection, such as a
   * recording that is of no use. Told once; logged where nobody listens.
   */
  default void remarked(String words) {}

  /**
   * What is played waits for something else.
   *
   * @param what a line of the scenario, empty when it is over; of a recording words for what is
   *     waited for, empty when it waits for nothing but time
   */
  default void waits(int connection, Duration at, String what) {}
}
