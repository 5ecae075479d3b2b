package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Observed;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** One thing that the other side did: an event, or a run of pieces. Fixed once it is recorded. */
final class Step {
  private final Observed first;
  private final Sort sort;
  private final int place;
  private final int barrier;
  private final Set<String> names = new LinkedHashSet<>();
  private long amount;
  private boolean needed;

  /**
   * A step.
   *
   * @param place its number among the things that this side did
   * @param barrier how many of our lines must have been said before it can come early
   */
  Step(Observed first, int place, int barrier) {
    this.first = first;
    this.sort = Sort.of(first);
    this.place = place;
    this.barrier = barrier;
    names.add(Sort.name(first));
  }

  void add(Observed piece, long sound) {
    names.add(Sort.name(piece));
    amount += sound;
  }

  /** Something of ours answers this sound. */
  void need() {
    needed = true;
  }

  boolean is(Observed other) {
    return Sort.of(other) == sort && names.contains(Sort.name(other));
  }

  boolean run() {
    return sort == Sort.STREAM;
  }

  /** Whether it is missed when it does not come. */
  boolean counts() {
    return !run() || needed;
  }

  boolean needed() {
    return needed;
  }

  long amount() {
    return amount;
  }

  int barrier() {
    return barrier;
  }

  Observed first() {
    return first;
  }

  String name() {
    return names.iterator().next();
  }

  Duration at() {
    return first.at();
  }

  /** Its name and where it stands in the recording. */
  String words() {
    return "%s%s (number %d, recorded at %.3f s)"
        .formatted(name(), run() ? "s" : "", place, first.at().toNanos() / 1e9);
  }
}
