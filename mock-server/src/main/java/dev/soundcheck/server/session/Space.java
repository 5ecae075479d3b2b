package dev.soundcheck.server.session;

/** White space between words, as the captured transcripts have it: that of ASCII. */
final class Space {
  private Space() {}

  static boolean is(int one) {
    return one == ' ' || (one >= '\t' && one <= '\r');
  }
}
