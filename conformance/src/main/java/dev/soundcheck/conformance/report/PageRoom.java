package dev.soundcheck.conformance.report;

/**
 * What may still go into a page, so that it stays one that a browser opens at once: about 12 MB in
 * all. Conversations with findings are served first; of others the trace beside the page has the
 * rest.
 */
final class PageRoom {
  /** Characters of base64: six minutes of speech that is not silence. */
  private static final int SOUND = 8_000_000;

  /** Characters of whole events. */
  private static final int EVENTS = 3_000_000;

  private int sound = SOUND;
  private int events = EVENTS;

  /** Takes room for sound; false when there is not enough. */
  boolean takesSound(int characters) {
    boolean fits = characters <= sound;
    sound -= fits ? characters : 0;
    return fits;
  }

  /** Takes room for an event; false when there is not enough. */
  boolean takesEvent(int characters) {
    boolean fits = characters <= events;
    events -= fits ? characters : 0;
    return fits;
  }
}
