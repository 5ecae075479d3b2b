package dev.soundcheck.server.jetty;

import dev.soundcheck.server.api.Admission;
import dev.soundcheck.server.play.Show;
import dev.soundcheck.server.play.Wire;
import dev.soundcheck.server.time.Timepiece;

/** Makes the play for each client that was let in. Safe for use by many threads. */
public interface Company {
  /** The time that this client is played in. */
  Timepiece time(Admission admission);

  /** A play that has not begun; what it says goes into the wire. */
  Show play(Admission admission, Wire wire);

  /** Something that whoever runs the server should know. */
  void remarked(String words);
}
