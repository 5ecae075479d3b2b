package dev.soundcheck.server;

import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.Witness;
import java.time.Duration;

/** A witness that tells another everything. */
interface Relay extends Witness {
  Witness other();

  @Override
  default void found(ConnectionFinding finding) {
    other().found(finding);
  }

  @Override
  default void waits(int connection, Duration at, String what) {
    other().waits(connection, at, what);
  }
}
