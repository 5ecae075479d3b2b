package dev.soundcheck.conformance.load;

/** Where what happens now is counted. Safe for use by many threads. */
final class Tallies {
  private volatile Tally current = new Tally();

  Tally now() {
    return current;
  }

  /** Begins to count anew; returns what was counted so far. */
  Tally turnOver() {
    Tally before = current;
    current = new Tally();
    return before;
  }
}
