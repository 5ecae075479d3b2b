package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;

/**
 * Each piece of PCM holds whole samples, so that it can be played by itself (events.yaml
 * audio_formats).
 */
final class DeltasHoldWholeSamples implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().stream()
        .flatMap(connection -> Sound.of(connection).stream())
        .forEach(sound -> judge(sound, tally));
    return tally.verdict("sound of the server as PCM, with all its bytes");
  }

  private static void judge(Sound sound, Tally tally) {
    int sample = Format.of(sound).map(Format::sample).orElse(1);
    if (sample > 1 && sound.event().sound().isPresent()) {
      int bytes = sound.event().sound().getAsInt();
      tally.expect(
          bytes % sample == 0,
          sound.event(),
          "a multiple of %d bytes".formatted(sample),
          bytes + " bytes");
    }
  }
}
