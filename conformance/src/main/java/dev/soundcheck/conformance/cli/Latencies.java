package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Answer;
import dev.soundcheck.conformance.client.Exchange;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How fast a server answered and fell silent, in milliseconds, over the turns of a talk. */
record Latencies(List<Exchange> turns) {
  Latencies {
    turns = List.copyOf(turns);
  }

  /** From the end of a turn to the first sound of its answer that came. */
  List<Long> received() {
    return millis(Exchange::delay);
  }

  /** From the end of a turn to the first sound of its answer that was heard. */
  List<Long> played() {
    return millis(Exchange::delayUntilPlayed);
  }

  /** From the speech that broke into an answer to the last of it that was heard. */
  List<Long> stopped() {
    return millis(Latencies::stopped);
  }

  /** Of the answer of this turn that was broken into, if one was. */
  static Optional<Duration> stopped(Exchange turn) {
    return turn.answers().stream()
        .flatMap(answer -> answer.stoppedPlayingAfter().stream())
        .findFirst();
  }

  /** How much was heard of the answer of this turn that was broken into, if one was. */
  static Optional<Duration> cutAt(Exchange turn) {
    return turn.answers().stream()
        .filter(answer -> answer.interruption().isPresent())
        .map(answer -> answer.played().length())
        .findFirst();
  }

  static int underRuns(Exchange turn) {
    return turn.answers().stream().map(Answer::played).mapToInt(it -> it.underRuns()).sum();
  }

  /** The middle one; the mean of both in the middle of an even number. */
  static Optional<Long> median(Collection<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            sorted.size() % 2 == 1
                ? sorted.get(half)
                : Math.round((sorted.get(half - 1) + sorted.get(half)) / 2.0));
  }

  /** The least that 95 in a hundred do not exceed (nearest rank). */
  static Optional<Long> p95(Collection<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1));
  }

  private List<Long> millis(Function<Exchange, Optional<Duration>> of) {
    return turns.stream().flatMap(turn -> of.apply(turn).stream()).map(Duration::toMillis).toList();
  }
}
