package dev.soundcheck.conformance.verify;

/**
 * One thing about an event that is not the same in two recordings.
 *
 * @param kind what sort of difference
 * @param path where in the event, as a JSON pointer; empty for the event as a whole
 * @param left what the first recording has there, shortened; empty when nothing
 * @param right what the second has there
 */
public record Difference(Kind kind, String path, String left, String right) {
  /** Sorts of differences. */
  public enum Kind {
    /** The event is in the first recording only. */
    ONLY_LEFT("is only in the first"),
    /** The event is in the second recording only. */
    ONLY_RIGHT("is only in the second"),
    /** The member is in the first only. */
    MEMBER_ONLY_LEFT("is a member of the first only"),
    /** The member is in the second only. */
    MEMBER_ONLY_RIGHT("is a member of the second only"),
    /** The members are in another order. */
    MEMBER_ORDER("has its members in another order"),
    /** Another kind of value. */
    VALUE_TYPE("is another kind of value"),
    /** Another value where it has to be equal. */
    VALUE("is another value"),
    /** A list of another length. */
    LENGTH("is a list of another length"),
    /** A name that stands for another thing elsewhere. */
    NAME("names another thing than elsewhere");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What is different, to be put behind the place. */
    public String words() {
      return words;
    }
  }
}
