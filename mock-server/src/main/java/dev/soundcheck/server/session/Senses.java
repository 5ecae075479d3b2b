package dev.soundcheck.server.session;

/**
 * What a session decides by listening and speaking rather than by rule.
 *
 * @param hearing where speech begins and ends
 * @param understanding what its words are
 * @param phrasing in which pieces the assistant's words go out
 */
public record Senses(Hearing hearing, Understanding understanding, Phrasing phrasing) {
  /** Detects on the sound, expects what it is told, cuts by its seed. */
  public static final Senses USUAL =
      new Senses(Hearing.REAL, Understanding.AS_EXPECTED, Phrasing.USUAL);

  /** The same with another way of understanding. */
  public Senses with(Understanding other) {
    return new Senses(hearing, other, phrasing);
  }

  /** The same with other ears. */
  public Senses with(Hearing other) {
    return new Senses(other, understanding, phrasing);
  }
}
