package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.recording.Deviation.Kind;

/** Which differences from a recording are allowed. Leaving early never is: play cannot go on. */
public enum Policy {
  /** The same events with the same values, ids apart. */
  EXACT,
  /** The same types of events in the same order; of a server also the same members. */
  TYPES,
  /** Whatever lets the play go on. */
  LENIENT;

  boolean allows(Kind kind) {
    return switch (this) {
      case EXACT -> false;
      case TYPES -> kind == Kind.VALUE;
      case LENIENT -> kind != Kind.LEFT;
    };
  }

  /** How closely an event is compared; a client is free to leave out what has a default. */
  Comparison.Depth depth(Origin other) {
    return switch (this) {
      case EXACT -> Comparison.Depth.VALUES;
      case TYPES -> other == Origin.SERVER ? Comparison.Depth.KEYS : Comparison.Depth.IDS;
      case LENIENT -> Comparison.Depth.IDS;
    };
  }
}
