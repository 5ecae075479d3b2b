package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Cost;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Progress;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Shows how far a suite has come: a line for each conversation, and what is going on below. */
final class SuiteScreen implements Progress {
  private final Lines lines;
  private final boolean costs;
  private final Set<String> going = new LinkedHashSet<>();
  private int conversations;
  private int over;

  /**
   * A screen.
   *
   * @param costs whether what it costs is worth a word
   */
  SuiteScreen(Lines lines, boolean costs) {
    this.lines = lines;
    this.costs = costs;
  }

  @Override
  public synchronized void announced(int count, Cost cost) {
    conversations = count;
    String price = costs ? ": " + cost.words() : "";
    lines.whole(Lines.Tone.DIM, "suite", "%d conversations%s".formatted(count, price));
  }

  @Override
  public synchronized void began(String conversation) {
    going.add(conversation);
    show();
  }

  @Override
  public synchronized void ended(Held held) {
    going.remove(held.name());
    over++;
    boolean well = held.status() == Status.PASS;
    String time = String.format(Locale.ROOT, "%.1f s", held.took().toMillis() / 1000.0);
    String why = held.why().isEmpty() ? "" : ": " + held.why();
    lines.whole(
        well ? Lines.Tone.SERVER : Lines.Tone.BAD,
        held.status().words(),
        "%s (%s)%s".formatted(held.name(), time, why));
    show();
  }

  private void show() {
    lines.status("%d of %d  %s".formatted(over, conversations, String.join(", ", going)));
  }

  /** Nothing is going on any more. */
  void end() {
    lines.end();
  }
}
