package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Observed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far the other side has come in its part, and what it left out. */
final class Progress {
  private final List<Step> steps;
  private final List<Step> skipped = new ArrayList<>();
  private final Duration[] takenAt;
  private int taken;
  private long amount;
  private boolean begun;

  Progress(List<Step> steps) {
    this.steps = steps;
    this.takenAt = new Duration[steps.size()];
    Arrays.fill(takenAt, Duration.ZERO);
  }

  /**
   * What something turned out to be.
   *
   * @param step of the recording
   * @param first whether it is an event, or the first piece of a run
   * @param late whether the play went on without it before
   */
  record Taken(Step step, boolean first, boolean late) {}

  /**
   * Finds the step that this is and takes it; empty when it is none.
   *
   * @param sound how much of it there is
   * @param linesSaid how much our side has said
   */
  Optional<Taken> take(Duration now, Observed said, long sound, int linesSaid) {
    return Sort.of(said) == Sort.STREAM
        ? piece(now, said, sound, linesSaid)
        : event(now, said, linesSaid);
  }

  private Optional<Taken> event(Duration now, Observed said, int linesSaid) {
    int place = find(said, linesSaid);
    if (place < 0) {
      return late(said);
    }
    pass(now, place);
    finish(now);
    return Optional.of(new Taken(steps.get(place), true, false));
  }

  private Optional<Taken> piece(Duration now, Observed said, long sound, int linesSaid) {
    if (!isAt(taken, said) && isAt(taken - 1, said)) {
      return Optional.of(new Taken(steps.get(taken - 1), false, false));
    }
    boolean microphone = Sort.name(said).equals(Sound.APPEND);
    int place = isAt(taken, said) ? taken : microphone ? -1 : find(said, linesSaid);
    if (place < 0) {
      return microphone ? open(said) : late(said);
    }
    pass(now, place);
    boolean first = !begun;
    begun = true;
    amount += sound;
    return Optional.of(new Taken(steps.get(place), first, false));
  }

  /** A microphone that was open at some time may be open longer. */
  private Optional<Taken> open(Observed said) {
    return steps.stream()
        .filter(step -> step.is(said))
        .findFirst()
        .map(step -> new Taken(step, false, false));
  }

  boolean satisfies(Line line) {
    return taken > line.steps()
        || (taken == line.steps() && (line.amount() == 0 || (begun && amount >= line.amount())));
  }

  /** When the last of these steps was taken. */
  Duration takenAt(int count) {
    return count == 0 ? Duration.ZERO : takenAt[count - 1];
  }

  /** What comes after it is another turn: its sound is counted anew. */
  void turn(Duration now) {
    boolean another =
        taken + 1 < steps.size() && steps.get(taken).run() && steps.get(taken + 1).run();
    if (another) {
      finish(now);
    }
  }

  Optional<Step> awaited() {
    return taken < steps.size() ? Optional.of(steps.get(taken)) : Optional.empty();
  }

  boolean begun() {
    return begun;
  }

  long amount() {
    return amount;
  }

  /** Goes on as if the awaited step were done. */
  void giveUp(Duration now) {
    if (!begun && steps.get(taken).counts()) {
      skipped.add(steps.get(taken));
    }
    finish(now);
  }

  /** What did not come, including what has not come yet. */
  List<Step> missing() {
    List<Step> all = new ArrayList<>(skipped);
    for (int i = taken; i < steps.size(); i++) {
      if (steps.get(i).counts() && !(i == taken && begun)) {
        all.add(steps.get(i));
      }
    }
    return all;
  }

  private boolean isAt(int place, Observed said) {
    return place >= 0 && place < steps.size() && steps.get(place).is(said);
  }

  private int find(Observed said, int linesSaid) {
    boolean near = true;
    for (int i = taken; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (!near && step.barrier() > linesSaid) {
        return -1;
      }
      if (step.is(said)) {
        return i;
      }
      near &= step.run();
    }
    return -1;
  }

  private void pass(Duration now, int place) {
    while (taken < place) {
      giveUp(now);
    }
  }

  private void finish(Duration now) {
    takenAt[taken] = now;
    taken++;
    amount = 0;
    begun = false;
  }

  /** Something that was given up before comes after all. */
  private Optional<Taken> late(Observed said) {
    Optional<Step> found = skipped.stream().filter(step -> step.is(said)).findFirst();
    found.ifPresent(skipped::remove);
    return found.map(step -> new Taken(step, true, true));
  }
}
