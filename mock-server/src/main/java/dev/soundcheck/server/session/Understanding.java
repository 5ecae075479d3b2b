package dev.soundcheck.server.session;

/** How speech becomes words: somebody says what it will have been, or listens to it. */
@FunctionalInterface
public interface Understanding {
  /** The words that were expected, word by word in the time of the speech. */
  Understanding AS_EXPECTED = Transcript::of;

  /** The same, but where something depends on what is said somebody listens ({@link Cue.Heard}). */
  Understanding BY_LISTENING =
      new Understanding() {
        @Override
        public Transcript begin(String expected) {
          return Transcript.of(expected);
        }

        @Override
        public boolean listens() {
          return true;
        }
      };

  /** Whether somebody listens where something depends on what is said. */
  default boolean listens() {
    return false;
  }

  /** The transcript of speech that begins now; called once for each stretch of speech. */
  Transcript begin(String expected);
}
