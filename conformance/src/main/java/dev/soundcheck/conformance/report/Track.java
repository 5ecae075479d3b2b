package dev.soundcheck.conformance.report;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one side said, laid out as a player gives it: each piece when it came, or after what is
 * still to be played.
 */
final class Track {
  /** Enough for speech, and for most of what is wrong with it. */
  static final int RATE = 16_000;

  /** A shorter gap is the network's, not the speaker's. */
  private static final Duration JITTER = Duration.ofMillis(100);

  /** More of one side is not kept in memory. */
  private static final Duration MOST = Duration.ofMinutes(10);

  /** Sound without a gap. */
  record Stretch(Duration at, Pcm sound) {
    Duration end() {
      return at.plus(sound.duration());
    }
  }

  private final List<Stretch> laid = new ArrayList<>();
  private final List<Pcm> pieces = new ArrayList<>();
  private Duration begins = Duration.ZERO;
  private Duration ends = Duration.ZERO;
  private Duration all = Duration.ZERO;

  void lay(Duration at, Pcm piece) {
    all = all.plus(piece.duration());
    if (piece.length() == 0 || all.compareTo(MOST) > 0) {
      return;
    }
    boolean apart = at.minus(ends).compareTo(JITTER) > 0;
    boolean other = !pieces.isEmpty() && pieces.get(0).rate() != piece.rate();
    if (pieces.isEmpty() || apart || other) {
      Duration reached = ends;
      endStretch();
      begins = apart || reached.isZero() ? at : reached;
      ends = begins;
    }
    pieces.add(piece);
    ends = ends.plus(piece.duration());
  }

  /** What would be played after then is not. */
  void cut(Duration then) {
    endStretch();
    laid.removeIf(stretch -> stretch.at().compareTo(then) >= 0);
    laid.replaceAll(
        stretch ->
            stretch.end().compareTo(then) <= 0
                ? stretch
                : new Stretch(
                    stretch.at(),
                    stretch.sound().slice(0, Pcm.samplesIn(then.minus(stretch.at()), RATE))));
    ends = ends.compareTo(then) < 0 ? ends : then;
  }

  /** All of it, in order, at {@link #RATE}. */
  List<Stretch> stretches() {
    endStretch();
    return List.copyOf(laid);
  }

  private void endStretch() {
    if (!pieces.isEmpty()) {
      laid.add(new Stretch(begins, Resampler.resample(joined(), RATE)));
      pieces.clear();
    }
  }

  private Pcm joined() {
    short[] samples = new short[pieces.stream().mapToInt(Pcm::length).sum()];
    int next = 0;
    for (Pcm piece : pieces) {
      System.arraycopy(piece.samples(), 0, samples, next, piece.length());
      next += piece.length();
    }
    return new Pcm(samples, pieces.get(0).rate());
  }
}
