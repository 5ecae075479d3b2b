package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** The section {@code audio}. */
public final class AudioRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new SoundGoesByTheAgreedTransport(),
          new DeltasHoldWholeSamples(),
          new DurationsMatchTheBytes(),
          new NoSoundAfterACancel());

  private AudioRules() {}
}
