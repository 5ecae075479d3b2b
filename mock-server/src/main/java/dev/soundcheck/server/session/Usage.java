package dev.soundcheck.server.session;

/**
 * What one answer cost (live-behaviour.md 1.7).
 *
 * @param textIn tokens of the new words of this turn
 * @param audioIn tokens of the sound of this turn
 * @param textOut tokens of the words spoken
 * @param audioOut tokens of the sound made, which may be more than was sent
 * @param audioSeconds sound sent
 * @param billableSeconds running total of the conversation
 */
public record Usage(
    int textIn, int audioIn, int textOut, int audioOut, double audioSeconds, long billableSeconds) {
  /** Nothing was said and nothing heard. */
  public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);

  public int in() {
    return textIn + audioIn;
  }

  public int out() {
    return textOut + audioOut;
  }
}
