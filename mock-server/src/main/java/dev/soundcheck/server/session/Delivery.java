package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans in which pieces, in which order and with which gaps spoken words go out: irregular pieces
 * of whole codec frames, short remainders in bursts, transcript pieces between, sometimes ahead of
 * their sound (live-behaviour.md 6 and 1.5).
 */
final class Delivery {
  /**
   * One delta: sound where it has samples, words where it has none.
   *
   * @param gap since the one before
   */
  record Beat(Duration gap, Spoken.Segment segment, int from, int to) {
    boolean isSound() {
      return to > from;
    }
  }

  /** A codec frame is 367/12000 s: all captured durations but the last are multiples of it. */
  private static final int FRAME_NUMERATOR = 367;

  private static final int FRAME_DENOMINATOR = 12_000;
  private static final int FEWEST_FRAMES = 17;
  private static final int MOST_FRAMES = 28;
  private static final int REMAINDER_FRAMES = 10;

  private final Spoken spoken;
  private final Pace pace;
  private final Ids ids;
  private final int frame;
  private final List<Beat> beats = new ArrayList<>();
  private int owed;
  private int announced;

  private Delivery(Spoken spoken, Pace pace, Ids ids) {
    this.spoken = spoken;
    this.pace = pace;
    this.ids = ids;
    this.frame = Math.max(1, spoken.format().rate() * FRAME_NUMERATOR / FRAME_DENOMINATOR);
  }

  /** The plan; the first piece of sound is of the given length, and nothing waits before it. */
  static List<Beat> of(Spoken spoken, Duration firstChunk, Pace pace, Ids ids) {
    Delivery delivery = new Delivery(spoken, pace, ids);
    int chunk = delivery.wholeFrames(firstChunk);
    return pace.rhythm()
        .map(rhythm -> EvenDelivery.of(spoken, rhythm, delivery.ends(chunk)))
        .orElseGet(() -> delivery.laid(chunk));
  }

  /** Where irregular pieces end, whatever the words. */
  private List<Integer> ends(int firstChunk) {
    List<Integer> ends = new ArrayList<>();
    int end = Math.min(spoken.samples(), firstChunk);
    while (end < spoken.samples()) {
      ends.add(end);
      end = Math.min(spoken.samples(), end + someFrames());
    }
    ends.add(end);
    return ends;
  }

  private List<Beat> laid(int firstChunk) {
    int chunk = firstChunk;
    for (Spoken.Segment segment : spoken.segments()) {
      lay(segment, chunk);
      chunk = 0;
    }
    return List.copyOf(beats);
  }

  private int wholeFrames(Duration time) {
    double samples = time.toNanos() / 1e9 * spoken.format().rate();
    return Math.max(1, (int) Math.round(samples / frame)) * frame;
  }

  private void lay(Spoken.Segment segment, int firstChunk) {
    int words = beats.isEmpty() ? -1 : announcement();
    if (words >= 0) {
      announce(segment, words);
    }
    int from = segment.from();
    int size = firstChunk;
    while (from < segment.to()) {
      int wanted = size > 0 ? size : someFrames();
      int to = Math.min(segment.to(), from + wanted);
      beats.add(new Beat(beats.isEmpty() ? Duration.ZERO : gap(to - from), segment, from, to));
      owed += to - from;
      if (words < 0) {
        words = beats.size();
        announce(segment, words);
      }
      from = to;
      size = 0;
    }
    if (words < 0) {
      announce(segment, beats.size());
    }
  }

  /** Right before the segment's sound, or before the last sound of the one before. */
  private int announcement() {
    int ahead = ids.random().nextInt(2);
    return Math.max(announced + 1, beats.size() - ahead);
  }

  private void announce(Spoken.Segment segment, int at) {
    announced = Math.min(at, beats.size());
    beats.add(announced, new Beat(Duration.ZERO, segment, 0, 0));
  }

  private int someFrames() {
    return frame * ids.random().nextInt(FEWEST_FRAMES, MOST_FRAMES + 1);
  }

  private Duration gap(int samples) {
    double share = ids.random().nextDouble();
    if (samples < REMAINDER_FRAMES * frame) {
      return pace.burst().at(share);
    }
    double seconds = spoken.seconds(owed) / pace.speed() * (0.8 + 0.4 * share);
    owed = 0;
    return pace.gap().hold(Duration.ofNanos((long) (seconds * 1e9)));
  }
}
