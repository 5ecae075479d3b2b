package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans spoken words whose sound leaves at even times. Every piece has its time from the beginning
 * of the part on, in whole nanoseconds, so that however long an answer is nothing adds up.
 */
final class EvenDelivery {
  private final Spoken spoken;
  private final Pace.Rhythm rhythm;
  private final List<Delivery.Beat> beats = new ArrayList<>();
  private Duration left = Duration.ZERO;
  private int announced;

  private EvenDelivery(Spoken spoken, Pace.Rhythm rhythm) {
    this.spoken = spoken;
    this.rhythm = rhythm;
  }

  /**
   * The plan; words go before the piece in which they begin, and nothing waits before the first.
   *
   * @param irregular where pieces as the live service has them end, in samples, all of them
   */
  static List<Delivery.Beat> of(Spoken spoken, Pace.Rhythm rhythm, List<Integer> irregular) {
    EvenDelivery delivery = new EvenDelivery(spoken, rhythm);
    List<Integer> ends = rhythm.piece().map(delivery::evenly).orElse(irregular);
    int from = 0;
    for (int number = 0; number < ends.size(); number++) {
      delivery.lay(number, from, ends.get(number));
      from = ends.get(number);
    }
    delivery.announceUpTo(Integer.MAX_VALUE);
    return List.copyOf(delivery.beats);
  }

  /** Ends of pieces of one length; a fraction of a sample is made up for in the next. */
  private List<Integer> evenly(Duration piece) {
    List<Integer> ends = new ArrayList<>();
    int last = 0;
    for (long number = 1; last < spoken.samples(); number++) {
      long end = number * piece.toNanos() / 1000 * spoken.format().rate() / 1_000_000;
      last = (int) Math.min(spoken.samples(), Math.max(last + 1L, end));
      ends.add(last);
    }
    return ends;
  }

  private void lay(int number, int from, int to) {
    announceUpTo(to);
    Spoken.Segment segment = spoken.segments().get(Math.max(0, announced - 1));
    Duration time = time(number, from);
    beats.add(new Delivery.Beat(time.minus(left), segment, from, to));
    left = time;
  }

  private void announceUpTo(int sample) {
    List<Spoken.Segment> segments = spoken.segments();
    while (announced < segments.size() && segments.get(announced).from() < sample) {
      beats.add(new Delivery.Beat(Duration.ZERO, segments.get(announced++), 0, 0));
    }
  }

  private Duration time(int number, int from) {
    Optional<Duration> every = rhythm.every();
    return every.isPresent()
        ? every.get().multipliedBy(number)
        : Duration.ofNanos(from * 1_000_000_000L / spoken.format().rate());
  }
}
