package dev.soundcheck.conformance.load;

/**
 * One user of one session. Confined to one caller at a time; times are nanoseconds since the run
 * began.
 */
interface Talker {
  /** Nothing will happen by itself. */
  long NEVER = Long.MAX_VALUE;

  /** The server said something. */
  void hear(long now, Glance event);

  /** Does what is due. */
  void advance(long now);

  /** When {@link #advance} has something to do next, or {@link #NEVER}. */
  long wakeAt();
}
