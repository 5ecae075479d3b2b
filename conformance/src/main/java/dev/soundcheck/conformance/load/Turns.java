package dev.soundcheck.conformance.load;

/**
 * What a user does in a session that is set up; as a {@link Talker}, which has a session to set up.
 */
interface Turns {
  /** The session is set up. */
  void begin(long now);

  void hear(long now, Glance event);

  void advance(long now);

  long wakeAt();

  /** Says nothing, ever. */
  Turns NONE =
      new Turns() {
        @Override
        public void begin(long now) {}

        @Override
        public void hear(long now, Glance event) {}

        @Override
        public void advance(long now) {}

        @Override
        public long wakeAt() {
          return Talker.NEVER;
        }
      };
}
