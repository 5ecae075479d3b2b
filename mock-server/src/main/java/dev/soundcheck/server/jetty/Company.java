package dev.soundcheck.server.jetty;

import dev.soundcheck.server.api.Admission;
import dev.soundcheck.server.play.Show;
import dev.soundcheck.server.play.Wire;

/** Makes the play for each client that was let in. Safe for use by many threads. */
public interface Company {
  /** A play that has not begun; what it says goes into the wire. */
  Show play(Admission admission, Wire wire);
}
