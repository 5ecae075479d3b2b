package dev.soundcheck.conformance.client;

import java.time.Duration;
import java.util.Optional;

/** The sound of one item, and how much of it was played. */
final class Tape {
  private final int answer;
  private final String item;
  private final int content;
  private final int rate;
  private Optional<Duration> from = Optional.empty();
  private Optional<Duration> until = Optional.empty();
  private long samples;
  private int underRuns;
  private Duration starved = Duration.ZERO;

  /**
   * Nothing of it was played yet.
   *
   * @param answer the response it belongs to, counted from 0
   * @param item its id; empty when the server never said it
   * @param content which part of the item
   */
  Tape(int answer, String item, int content, int rate) {
    this.answer = answer;
    this.item = item;
    this.content = content;
    this.rate = rate;
  }

  int answer() {
    return answer;
  }

  String item() {
    return item;
  }

  int content() {
    return content;
  }

  /** So many samples were played, between these moments. */
  void heard(Duration begin, Duration end, int more) {
    from = from.or(() -> Optional.of(begin));
    until = Optional.of(end);
    samples += more;
  }

  void starved(Duration lasting) {
    underRuns++;
    starved = starved.plus(lasting);
  }

  Played played() {
    Duration length = Duration.ofNanos(Math.round(samples * 1e9 / rate));
    return new Played(from, until, length, underRuns, starved);
  }
}
