package dev.soundcheck.server.play;

import dev.soundcheck.schemas.Observed;

/** Is told everything about a connection, in order, on the thread that plays it. Must not throw. */
public interface Witness {
  /** Something was said or the connection was closed. */
  void observed(Observed observed);

  /** Something is not as it should be. */
  void found(ConnectionFinding finding);
}
