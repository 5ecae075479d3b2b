package dev.soundcheck.listener;

/**
 * What speech may be.
 *
 * @param phrase the likeliest one
 * @param margin how much likelier it is than any sounds at all in their most likely order, as a
 *     natural logarithm for each hundredth of a second that is no silence; below zero where it is
 *     less likely
 */
record Guess(String phrase, double margin) {
  /**
   * Of recordings of people about as many phrases lie below it that were offered as others lie
   * above it that were not (docs/listening.md); what is no speech at all lies below -7.
   */
  static final double SURE = -2.5;

  boolean sure() {
    return margin >= SURE;
  }
}
