package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A plan to be held while an answer is spoken: a few arrays instead of two objects for each beat,
 * which the garbage collector would copy in all sessions that speak (docs/decisions/speed.md).
 */
final class Score extends AbstractList<Delivery.Beat> implements RandomAccess {
  private final long[] gaps;
  private final Spoken.Segment[] segments;
  private final int[] from;
  private final int[] to;

  private Score(int size) {
    gaps = new long[size];
    segments = new Spoken.Segment[size];
    from = new int[size];
    to = new int[size];
  }

  static Score of(List<Delivery.Beat> plan) {
    Score score = new Score(plan.size());
    for (int i = 0; i < plan.size(); i++) {
      Delivery.Beat beat = plan.get(i);
      score.gaps[i] = beat.gap().toNanos();
      score.segments[i] = beat.segment();
      score.from[i] = beat.from();
      score.to[i] = beat.to();
    }
    return score;
  }

  @Override
  public Delivery.Beat get(int index) {
    return new Delivery.Beat(
        Duration.ofNanos(gaps[index]), segments[index], from[index], to[index]);
  }

  @Override
  public int size() {
    return gaps.length;
  }
}
