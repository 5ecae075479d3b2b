package dev.soundcheck.audio.listening;

import dev.soundcheck.audio.GroundTruth;
import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How turns heard agree with the truth, over many prompts; times in milliseconds. Turns that
 * overlap the prompt are of it: the first begins it, the last ends it. All others are false.
 */
final class Tally {
  private final List<Long> starts = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();
  private final List<Long> noticed = new ArrayList<>();
  private int prompts;
  private int missed;
  private int split;
  private int falseTurns;
  private int within;

  private record Turn(Edge from, Duration to) {}

  void add(GroundTruth truth, List<Edge> edges, Duration end) {
    List<Turn> all = turns(edges, end);
    List<Turn> own =
        all.stream()
            .filter(turn -> turn.from.at().compareTo(truth.end()) < 0)
            .filter(turn -> turn.to.compareTo(truth.start()) > 0)
            .toList();
    prompts++;
    falseTurns += all.size() - own.size();
    if (own.isEmpty()) {
      missed++;
      return;
    }
    split += own.size() - 1;
    Edge first = own.get(0).from;
    long start = first.at().minus(truth.start()).toMillis();
    long stop = own.get(own.size() - 1).to.minus(truth.end()).toMillis();
    starts.add(Math.abs(start));
    ends.add(Math.abs(stop));
    noticed.add(first.noticed().minus(truth.start()).toMillis());
    within += own.size() == 1 && Math.abs(start) <= 100 && Math.abs(stop) <= 100 ? 1 : 0;
  }

  private static List<Turn> turns(List<Edge> edges, Duration end) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      if (edges.get(i).kind() == Kind.STARTED) {
        Duration to = i + 1 < edges.size() ? edges.get(i + 1).at() : end;
        turns.add(new Turn(edges.get(i), to));
      }
    }
    return turns;
  }

  int prompts() {
    return prompts;
  }

  int missed() {
    return missed;
  }

  int split() {
    return split;
  }

  int falseTurns() {
    return falseTurns;
  }

  /** The share of prompts that were one turn with both edges at most 100 ms off. */
  double within() {
    return (double) within / prompts;
  }

  long start(double share) {
    return quantile(starts, share);
  }

  long end(double share) {
    return quantile(ends, share);
  }

  long noticed(double share) {
    return quantile(noticed, share);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%3d prompts %d missed %d split %d false | start median %d p95 %d, end median %d p95 %d ms | both within 100 ms %.1f %% | noticed %d ms",
        prompts,
        missed,
        split,
        falseTurns,
        start(0.5),
        start(0.95),
        end(0.5),
        end(0.95),
        100 * within(),
        noticed(0.5));
  }

  private static long quantile(List<Long> values, double share) {
    List<Long> sorted = values.stream().sorted().toList();
    int index = (int) Math.min(sorted.size() - 1L, (long) (share * sorted.size()));
    return sorted.isEmpty() ? 0 : sorted.get(index);
  }
}
