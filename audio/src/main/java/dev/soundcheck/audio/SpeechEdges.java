package dev.soundcheck.audio;

import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Kind;
import dev.soundcheck.audio.VoiceActivity.Settings;
import java.util.Optional;

/**
 * Decides frame by frame where speech begins and ends.
 *
 * <p>Two limits: most of a few neighbouring frames above the high one begin speech; from there its
 * edges are followed, backwards and forwards, down to the low one.
 */
final class SpeechEdges {
  /**
   * So many of the last {@link #WINDOW} frames must be loud before they are speech, not a click.
   */
  private static final int LOUD = 4;

  private static final int WINDOW = 6;

  /** A soft beginning is looked for so far back. */
  private static final int MEMORY = 64;

  /** The closure of a stop ("sp", "st") may be so long inside a beginning. */
  private static final int CLOSURE = 10;

  private static final double EDGE_ABOVE_FLOOR = 6;
  private static final double EDGE_AT_LEAST = -58;

  private final double aboveFloor;
  private final double atLeast;
  private final int silence;

  private final NoiseFloor floor = new NoiseFloor();
  private final double[] levels = new double[MEMORY];
  private long heard;
  private long end;
  private boolean speaking;

  SpeechEdges(Settings settings) {
    this.aboveFloor = 6 + 8 * settings.threshold();
    this.atLeast = -60 + 25 * settings.threshold();
    this.silence = (int) Math.max(1, settings.silence().toMillis() * FrameLevels.PER_SECOND / 1000);
  }

  boolean speaking() {
    return speaking;
  }

  Optional<Edge> hear(double level) {
    levels[(int) (heard % MEMORY)] = level;
    heard++;
    floor.hear(level);
    return speaking ? stopped() : started();
  }

  private Optional<Edge> started() {
    double high = Math.max(atLeast, floor.level() + aboveFloor);
    long window = Math.max(end, heard - WINDOW);
    int loud = 0;
    for (long frame = window; frame < heard; frame++) {
      loud += level(frame) >= high ? 1 : 0;
    }
    if (loud < LOUD || level(heard - 1) < high) {
      return Optional.empty();
    }
    speaking = true;
    long start = beginning(window);
    end = heard;
    return Optional.of(edge(Kind.STARTED, start));
  }

  /** Follows speech back from here to its first frame. */
  private long beginning(long from) {
    long oldest = Math.max(end, heard - MEMORY);
    double low = low();
    long start = heard;
    for (long frame = heard - 1; frame >= oldest && start - frame <= CLOSURE; frame--) {
      boolean lasting =
          frame >= from || frame == 0 || level(frame - 1) >= low || frame + 1 == start;
      if (level(frame) >= low && lasting) {
        start = frame;
      }
    }
    return start;
  }

  private Optional<Edge> stopped() {
    double low = low();
    if (level(heard - 1) >= low && level(heard - 2) >= low) {
      end = heard;
    }
    if (heard - end < silence) {
      return Optional.empty();
    }
    speaking = false;
    return Optional.of(edge(Kind.STOPPED, end));
  }

  private double low() {
    return Math.max(EDGE_AT_LEAST, floor.level() + EDGE_ABOVE_FLOOR);
  }

  private double level(long frame) {
    return levels[(int) (frame % MEMORY)];
  }

  private Edge edge(Kind kind, long frame) {
    return new Edge(kind, VoiceActivity.frames(frame), VoiceActivity.frames(heard));
  }
}
