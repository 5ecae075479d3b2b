package dev.soundcheck.conformance.verify;

import java.util.List;

/** What came of comparing two recordings, place by place. */
public record Comparison(List<Step> steps) {
  public Comparison {
    steps = List.copyOf(steps);
  }

  /** How many frames were compared; a run of audio is one. */
  public int compared() {
    return steps.size();
  }

  /** How many of them are the same. */
  public int equal() {
    return (int) steps.stream().filter(Step::equal).count();
  }

  /** The places where they are not the same. */
  public List<Step> different() {
    return steps.stream().filter(step -> !step.equal()).toList();
  }

  /** The score in words: {@code 37 of 38 frames equal (97.3 %)}; never rounded up to all. */
  public String score() {
    int tenths = compared() == 0 ? 1000 : Math.toIntExact(equal() * 1000L / compared());
    return "%d of %d frames equal (%d.%d %%)"
        .formatted(equal(), compared(), tenths / 10, tenths % 10);
  }
}
