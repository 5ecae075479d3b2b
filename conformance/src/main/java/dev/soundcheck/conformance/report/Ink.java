package dev.soundcheck.conformance.report;

/** Colours of a terminal. */
enum Ink {
  PLAIN(""),
  BOLD("1"),
  DIM("2"),
  BAD("31;1"),
  GOOD("32"),
  WARN("33"),
  CLIENT("36"),
  SERVER("32");

  private static final String ESC = "\u001b[";

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /** The text in this colour, where there are colours. */
  String on(String text, boolean colours) {
    return colours && !code.isEmpty() && !text.isEmpty()
        ? ESC + code + "m" + text + ESC + "0m"
        : text;
  }

  static Ink of(Outcome outcome) {
    return switch (outcome) {
      case FAIL, NOT_TESTABLE, HARNESS_FAULT, STALE -> BAD;
      case WARNING -> WARN;
      case PASS -> GOOD;
      case NOTE, KNOWN_FAILING, NOT_APPLICABLE -> DIM;
    };
  }
}
