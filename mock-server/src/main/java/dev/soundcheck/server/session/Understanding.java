package dev.soundcheck.server.session;

/** How speech becomes words: nothing is recognised, somebody says what it will have been. */
@FunctionalInterface
public interface Understanding {
  /** The words that were expected, word by word in the time of the speech. */
  Understanding AS_EXPECTED = Transcript::of;

  /** The transcript of speech that begins now; called once for each stretch of speech. */
  Transcript begin(String expected);
}
