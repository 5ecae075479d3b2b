package dev.soundcheck.script;

/**
 * Where in a connection a fault can be, and what it does to answers.
 *
 * @param hurts whether an answer may come to the client otherwise than it was spoken: less of it,
 *     later, or broken
 */
record FaultPlace(When when, boolean hurts) {
  static final FaultPlace OPENING = new FaultPlace(When.OPENING, true);
  static final FaultPlace ONCE = new FaultPlace(When.ONCE, true);
  static final FaultPlace LASTING = new FaultPlace(When.LASTING, true);
  static final FaultPlace COUNTED = new FaultPlace(When.COUNTED, true);

  /** When and how often. */
  enum When {
    /** From the opening on, or not at all. */
    OPENING,
    /** At one moment. */
    ONCE,
    /** From its moment on. */
    LASTING,
    /** From its moment on, each time or as often as is said. */
    COUNTED
  }

  /** The same for what leaves answers whole. */
  FaultPlace harmless() {
    return new FaultPlace(when, false);
  }
}
