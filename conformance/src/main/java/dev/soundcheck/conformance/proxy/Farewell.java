package dev.soundcheck.conformance.proxy;

/** How a side went: with which code and which words (RFC 6455 section 7.4). */
record Farewell(int code, String reason) {
  private static final int NOT_SAID = 1006;

  /** Gone without a word. */
  static Farewell lost(String why) {
    return new Farewell(NOT_SAID, why);
  }

  boolean lost() {
    return code == NOT_SAID;
  }
}
