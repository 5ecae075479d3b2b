package dev.soundcheck.audio;

import dev.soundcheck.audio.VoiceActivity.Edge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well detected turns agree with the truth, over many prompts; times in milliseconds. */
public final class Figures {
  /** The columns of {@link #edges}. */
  public static final String EDGES =
      "prompts missed false | start median  p95 | end median  p95 | both within 100 ms";

  /** The columns of {@link #toString}. */
  public static final String HEADING = EDGES + " | noticed after";

  private final List<Long> starts = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();
  private final List<Long> noticed = new ArrayList<>();
  private int prompts;
  private int missed;
  private int falseTurns;

  /** Adds one prompt: what is true, and the edges heard in the time of the prompt. */
  public void add(GroundTruth truth, List<Edge> edges) {
    prompts++;
    if (edges.isEmpty()) {
      missed++;
    } else if (edges.size() != 2) {
      falseTurns++;
    } else {
      starts.add(millis(edges.get(0).at().minus(truth.start())));
      ends.add(millis(edges.get(1).at().minus(truth.end())));
      noticed.add(millis(edges.get(0).noticed().minus(truth.start())));
    }
  }

  /** How many prompts were added. */
  public int prompts() {
    return prompts;
  }

  /** How many prompts made no turn. */
  public int missed() {
    return missed;
  }

  /** How many prompts made a turn that did not end, or more than one. */
  public int falseTurns() {
    return falseTurns;
  }

  /** The share of all prompts with both edges at most so many milliseconds from the truth. */
  public double shareWithin(long millis) {
    int within = 0;
    for (int i = 0; i < starts.size(); i++) {
      boolean both = Math.abs(starts.get(i)) <= millis && Math.abs(ends.get(i)) <= millis;
      within += both ? 1 : 0;
    }
    return (double) within / prompts;
  }

  /** How long after its true start half of the speech was noticed. */
  public long medianNoticed() {
    return quantile(noticed, 0.5);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s | %10d ms", edges(), medianNoticed());
  }

  /** All but when speech was noticed, which nobody can tell from the offsets on the wire. */
  public String edges() {
    return String.format(
        Locale.ROOT,
        "%7d %6d %5d | %12d %4d | %10d %4d | %16.1f %%",
        prompts,
        missed,
        falseTurns,
        quantile(sizes(starts), 0.5),
        quantile(sizes(starts), 0.95),
        quantile(sizes(ends), 0.5),
        quantile(sizes(ends), 0.95),
        100 * shareWithin(100));
  }

  private static List<Long> sizes(List<Long> errors) {
    return errors.stream().map(Math::abs).toList();
  }

  private static long quantile(List<Long> values, double share) {
    List<Long> sorted = values.stream().sorted().toList();
    int index = (int) Math.min(sorted.size() - 1L, (long) (share * sorted.size()));
    return sorted.isEmpty() ? 0 : sorted.get(index);
  }

  private static long millis(Duration time) {
    return time.toMillis();
  }
}
