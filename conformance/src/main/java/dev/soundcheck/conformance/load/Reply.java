package dev.soundcheck.conformance.load;

import java.util.OptionalLong;

/** The answer that a server is giving, by its own clock and by the one of who plays it. */
final class Reply {
  private static final long NANOS = 1_000_000_000L;

  private final Tallies tallies;
  private final OptionalLong every;
  private final long bytesPerSecond;
  private boolean going;
  private String kind = "";
  private long firstAt;
  private long lastAt;
  private long deltas;
  private long soundBytes;

  /**
   * No answer yet.
   *
   * @param every nanoseconds from delta to delta, where that is known
   * @param bytesPerSecond of the server's sound
   */
  Reply(Tallies tallies, OptionalLong every, long bytesPerSecond) {
    this.tallies = tallies;
    this.every = every;
    this.bytesPerSecond = bytesPerSecond;
  }

  /** Whether the server is giving it. */
  boolean going() {
    return going;
  }

  /** Whether any of it has come. */
  boolean begun() {
    return deltas > 0;
  }

  void created() {
    going = true;
    forget();
  }

  /** What came before is no part of what comes now. */
  void forget() {
    kind = "";
    deltas = 0;
    soundBytes = 0;
  }

  /** Returns whether this is the first delta of an answer: of sound, or of text without sound. */
  boolean delta(long now, Glance event) {
    boolean sound = isSound(event.type());
    if (deltas == 0) {
      kind = event.type();
      firstAt = now;
    } else if (event.type().equals(kind)) {
      every.ifPresent(gap -> tallies.now().time(Measure.GAP_ERROR, Math.abs(now - lastAt - gap)));
      if (sound) {
        tallies.now().time(Measure.LATENESS, now - playedUntil());
      }
    } else {
      return false;
    }
    lastAt = now;
    soundBytes += sound ? event.soundBytes() : 0;
    return ++deltas == 1;
  }

  void done() {
    going = false;
    every.stream()
        .filter(unused -> deltas > 1)
        .map(gap -> Math.abs(lastAt - firstAt - (deltas - 1) * gap))
        .forEach(off -> tallies.now().time(Measure.DRIFT, off));
  }

  /** When what has come is played to the end. */
  long playedUntil() {
    return deltas == 0 ? Long.MIN_VALUE : firstAt + soundBytes * NANOS / bytesPerSecond;
  }

  /** When it began to be heard. */
  long firstAt() {
    return firstAt;
  }

  /** Whether this is a piece of sound, under its name of today or of the launch. */
  static boolean isSound(String type) {
    return type.equals("response.output_audio.delta") || type.equals("response.audio.delta");
  }

  /** Whether this is a piece of an answer in writing. */
  static boolean isText(String type) {
    return type.equals("response.output_text.delta") || type.equals("response.text.delta");
  }
}
