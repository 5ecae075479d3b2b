package dev.soundcheck.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What follows from something seen.
 *
 * @param position where the role is now
 * @param acts what it does now, in order
 * @param wakeAt when it wants to see {@link Seen.Passed}, if at all
 * @param passing whether it is a line of the scenario that lets time pass until then: where time is
 *     virtual, it moves there by itself
 * @param waitsFor what it waits for, in words; empty when it is over
 * @param speech server role: the transcript that speech heard from now on has
 * @param unmet lines that were not met by this
 * @param over whether every line has been played; a rule is never over
 * @param phrases server role: what speech heard from now on has to be told apart by, where somebody
 *     listens to it; empty where what is said decides nothing
 */
public record Move(
    Position position,
    List<Act> acts,
    Optional<Duration> wakeAt,
    boolean passing,
    String waitsFor,
    Optional<String> speech,
    List<Unmet> unmet,
    boolean over,
    List<String> phrases) {
  public Move {
    acts = List.copyOf(acts);
    unmet = List.copyOf(unmet);
    phrases = List.copyOf(phrases);
  }
}
