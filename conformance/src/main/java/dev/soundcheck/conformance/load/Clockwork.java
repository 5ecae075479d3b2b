package dev.soundcheck.conformance.load;

import dev.soundcheck.conformance.load.LoadPlan.Rhythm;
import java.util.SplittableRandom;

/** When the turns of one session are due, and how many there are. */
final class Clockwork {
  private final Rhythm rhythm;
  private final long interval;
  private final SplittableRandom random;
  private long due;
  private int begun;

  /**
   * Of a session of this number, one of so many.
   *
   * @param sessions that share an open loop's rate
   */
  Clockwork(Rhythm rhythm, int number, int sessions) {
    this.rhythm = rhythm;
    this.random = new SplittableRandom(rhythm.seed() * 31 + number);
    this.interval =
        rhythm.rate().isPresent() ? Math.round(sessions / rhythm.rate().getAsDouble() * 1e9) : 0;
  }

  /** The session is set up. */
  void start(long now) {
    due = isOpen() ? now + random.nextLong(Math.max(1, interval)) : now;
  }

  /** When the next turn is due. */
  long due() {
    return due;
  }

  /** A turn begins; returns when it was due. */
  long begin() {
    begun++;
    long since = due;
    due += interval;
    return since;
  }

  /** A turn is over; returns whether there is another one. */
  boolean over(long now) {
    if (!isOpen()) {
      due = now + rhythm.think().toNanos();
    }
    return rhythm.turns().isEmpty() || begun < rhythm.turns().getAsInt();
  }

  /** Whether the answer of this turn is to be broken into. */
  boolean breaksIn() {
    return rhythm.interrupting() > 0 && random.nextDouble() < rhythm.interrupting();
  }

  /** Whether turns are due whatever the server does. */
  boolean isOpen() {
    return rhythm.rate().isPresent();
  }
}
