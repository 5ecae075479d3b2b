package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;

/** Who did something; a silence is laid to the server, who says nothing by it. */
final class Speaker {
  private Speaker() {}

  static Origin of(Observed seen) {
    if (seen instanceof Observed.Message message) {
      return message.from();
    }
    if (seen instanceof Observed.Binary binary) {
      return binary.from();
    }
    if (seen instanceof Observed.Malformed malformed) {
      return malformed.from();
    }
    return seen instanceof Observed.Closed closed ? closed.from() : Origin.SERVER;
  }
}
