package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.Rule;
import java.util.List;

/** Rules for clients in the section {@code audio}. */
public final class AudioClientRules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new AppendsAreOfAFairSize(),
          new SoundIsBase64(),
          new SoundIsWholeSamples(),
          new SoundKeepsUpWithTime(),
          new TheMicrophoneStaysOpen());

  private AudioClientRules() {}
}
