package dev.soundcheck.server.play;

import dev.soundcheck.script.Pacing;
import dev.soundcheck.server.session.Pace;

/** What the names of paces mean for a session. */
public final class Paces {
  private static final int FAST = 10;

  private Paces() {}

  /** How long things take at this pace. */
  public static Pace of(Pacing pacing) {
    return switch (pacing.kind()) {
      case LIVE -> Pace.LIVE;
      case REAL_TIME -> Pace.LIVE.with(Pace.Rhythm.REAL_TIME);
      case FAST -> Pace.LIVE.times(FAST);
      case INSTANT -> Pace.INSTANT;
      case EXPLICIT -> Pace.LIVE.with(Pace.Rhythm.of(pacing.piece(), pacing.every()));
    };
  }
}
