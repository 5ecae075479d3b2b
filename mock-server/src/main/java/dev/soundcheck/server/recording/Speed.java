package dev.soundcheck.server.recording;

import java.time.Duration;

/**
 * How much faster than recorded a recording is played.
 *
 * @param factor 1 keeps the recorded gaps, 2 halves them; infinity leaves none
 */
public record Speed(double factor) {
  /** As recorded. */
  public static final Speed RECORDED = new Speed(1);

  /** Without any gap. */
  public static final Speed INSTANT = new Speed(Double.POSITIVE_INFINITY);

  public Speed {
    if (!(factor > 0)) {
      throw new RecordingException(
          "The speed must be above 0, but was %s. 1 keeps the recorded gaps.".formatted(factor));
    }
  }

  Duration of(Duration recorded) {
    return Duration.ofNanos(Math.max(0, (long) (recorded.toNanos() / factor)));
  }
}
