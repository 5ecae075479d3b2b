package dev.soundcheck.conformance.cli;

/** A key or the like, as an option gave it. */
record Secret(String value) {
  /** Without it: it must not reach a log. */
  @Override
  public String toString() {
    return "Secret";
  }
}
