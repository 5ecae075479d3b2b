package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.Levels;
import dev.soundcheck.conformance.client.Answer;
import dev.soundcheck.conformance.client.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The turns of a talk, a row for each, and below what is usual among them. */
final class TalkTable {
  private static final String ROW = "%6s %11s %9s %9s %11s %8s %8s %10s";
  private static final String HEAD =
      ROW.formatted(
          "turn", "first audio", "played", "answer", "level", "cut at", "silent", "under-runs");

  private final List<Exchange> turns;

  TalkTable(List<Exchange> turns) {
    this.turns = List.copyOf(turns);
  }

  /** No lines when nothing was said. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (turns.isEmpty()) {
      return lines;
    }
    lines.add(HEAD);
    for (int i = 0; i < turns.size(); i++) {
      lines.add(row(Integer.toString(i + 1), turns.get(i)));
    }
    if (turns.size() > 1) {
      lines.add(statistic("median", Latencies::median));
      lines.add(statistic("p95", Latencies::p95));
    }
    return lines.stream().map(String::stripTrailing).toList();
  }

  private static String row(String number, Exchange turn) {
    if (!turn.answered()) {
      return "%6s %11s".formatted(number, "no answer");
    }
    double seconds = seconds(turn.answers());
    int underRuns = Latencies.underRuns(turn);
    return ROW.formatted(
        number,
        millis(turn.delay()),
        millis(turn.delayUntilPlayed()),
        seconds == 0 ? "" : String.format(Locale.ROOT, "%.2f s", seconds),
        seconds == 0 ? "" : String.format(Locale.ROOT, "%.1f dBFS", level(turn.answers())),
        millis(Latencies.cutAt(turn)),
        millis(Latencies.stopped(turn)),
        underRuns == 0 ? "" : underRuns);
  }

  private String statistic(String name, Function<Collection<Long>, Optional<Long>> of) {
    Latencies all = new Latencies(turns);
    return ROW.formatted(
        name,
        text(of.apply(all.received())),
        text(of.apply(all.played())),
        "",
        "",
        "",
        text(of.apply(all.stopped())),
        "");
  }

  private static String millis(Optional<Duration> time) {
    return text(time.map(Duration::toMillis));
  }

  private static String text(Optional<Long> millis) {
    return millis.map(it -> it + " ms").orElse("");
  }

  static double seconds(List<Answer> answers) {
    return answers.stream().mapToDouble(it -> it.sound().duration().toMillis() / 1000.0).sum();
  }

  /** The loudest answer's. */
  static double level(List<Answer> answers) {
    return answers.stream()
        .mapToDouble(it -> Levels.of(it.sound()).rms())
        .max()
        .orElse(Levels.NOTHING);
  }
}
