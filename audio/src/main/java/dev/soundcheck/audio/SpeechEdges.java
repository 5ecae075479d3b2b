package dev.soundcheck.audio;

import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Kind;
import dev.soundcheck.audio.VoiceActivity.Settings;
import java.util.Optional;

/**
 * Decides frame by frame where speech begins and ends; levels are in dBFS, times in frames.
 *
 * <p>Two limits: most of a few neighbouring frames above the high one begin speech; from there its
 * edges are followed, backwards and forwards, down to the low one. The numbers were found by
 * measuring (docs/decisions/audio-detector.md).
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

  private static final double EDGE_ABOVE_FLOOR = 4.5;
  private static final double EDGE_ABOVE_ROOM = 3;
  private static final double EDGE_BELOW_LOUDEST = 3;

  /** The softest sounds of a voice are so much softer than its loudest. */
  private static final double RANGE = 45;

  private static final double SOFTEST_EDGE = -78;
  private static final double LOUDEST_EDGE = -46;

  /** No room is as loud as this while nobody speaks. */
  private static final double SURELY_SPEECH = -38.5;

  private final double aboveFloor;
  private final double aboveRoom;
  private final double atLeast;
  private final long silence;

  private final Room room = new Room();
  private final double[] levels = new double[MEMORY];
  private long heard;

  /** Where the speech heard last ends, as far as is known. */
  private long end;

  private double loudest;
  private boolean speaking;

  SpeechEdges(Settings settings) {
    this.aboveFloor = 6 + 8 * settings.threshold();
    this.aboveRoom = 4 + 4 * settings.threshold();
    this.atLeast = -51.5 + 15.3 * settings.threshold();
    this.silence = Math.max(1, settings.silence().toMillis() * FrameLevels.PER_SECOND / 1000);
  }

  boolean speaking() {
    return speaking;
  }

  /** The edge, if any, that this next frame made certain. */
  Optional<Edge> hear(double level) {
    levels[(int) (heard % MEMORY)] = level;
    heard++;
    room.hear(level);
    return speaking ? stopped() : started();
  }

  private Optional<Edge> started() {
    double high = high();
    if (level(heard - 1) < high || framesFrom(heard - WINDOW, high) < LOUD) {
      return Optional.empty();
    }
    long start = beginning(high);
    speaking = true;
    end = heard;
    return Optional.of(edge(Kind.STARTED, start));
  }

  private int framesFrom(long from, double limit) {
    int found = 0;
    for (long frame = Math.max(end, from); frame < heard; frame++) {
      found += level(frame) >= limit ? 1 : 0;
    }
    return found;
  }

  /** Follows speech back from its first loud frame to its first soft one. */
  private long beginning(double high) {
    long start = Math.max(end, heard - WINDOW);
    while (level(start) < high) {
      start++;
    }
    loudest = Levels.NOTHING;
    for (long frame = start; frame < heard; frame++) {
      loudest = Math.max(loudest, level(frame));
    }
    double low = low();
    long oldest = Math.max(end, heard - MEMORY);
    for (long frame = start - 1; frame >= oldest && start - frame <= CLOSURE; frame--) {
      boolean lasting = frame + 1 == start || level(frame + 1) >= low;
      if (level(frame) >= low && lasting) {
        start = frame;
      }
    }
    return start;
  }

  private Optional<Edge> stopped() {
    loudest = Math.max(loudest, level(heard - 1));
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

  /** Before the floor is known, speech from the first sample on must not pass for the floor. */
  private double high() {
    double contrast = room.floor() + aboveFloor;
    double sure = room.known() ? contrast : Math.min(SURELY_SPEECH, contrast);
    return Math.max(Math.max(atLeast, room.ceiling() + aboveRoom), sure);
  }

  private double low() {
    double contrast = room.floor() + EDGE_ABOVE_FLOOR;
    double sure = room.known() ? contrast : Math.min(loudest - EDGE_BELOW_LOUDEST, contrast);
    double softest = Math.max(SOFTEST_EDGE, Math.min(LOUDEST_EDGE, loudest - RANGE));
    return Math.max(Math.max(softest, room.ceiling() + EDGE_ABOVE_ROOM), sure);
  }

  private double level(long frame) {
    return levels[(int) (frame % MEMORY)];
  }

  private Edge edge(Kind kind, long frame) {
    return new Edge(kind, VoiceActivity.frames(frame), VoiceActivity.frames(heard));
  }
}
