package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.Origin;

/**
 * One thing that servers or clients have to do. It cannot wait, send or look at a clock, so it says
 * the same of a live run, of a recording from last year, and of a broken trace written by hand.
 */
public interface Rule {
  /** The words of the class name, in kebab-case; it names the requirement, and never changes. */
  default String id() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=.)(?=[A-Z])", "-")
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** Whom it judges. */
  Origin binds();

  /** What it says of this. */
  Verdict judge(Evidence evidence);
}
