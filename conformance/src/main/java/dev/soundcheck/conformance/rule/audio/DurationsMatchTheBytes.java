package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.Numbers;
import dev.soundcheck.schemas.Profile;
import tools.jackson.databind.JsonNode;

/**
 * {@code audio_duration_ms} says how long the sound of its delta is, to the millisecond
 * (live-behaviour.md 6).
 */
final class DurationsMatchTheBytes implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.profile() == Profile.DOCUMENTED) {
      return Verdict.notApplicable("audio_duration_ms is not documented");
    }
    Tally tally = new Tally();
    evidence.connections().stream()
        .flatMap(connection -> Sound.of(connection).stream())
        .filter(sound -> sound.event().sound().isPresent())
        .forEach(
            sound -> Format.of(sound).ifPresent(format -> judge(sound.event(), format, tally)));
    return tally.verdict("sound of the server with all its bytes and with audio_duration_ms");
  }

  private static void judge(Event delta, Format format, Tally tally) {
    JsonNode told = delta.json().path("audio_duration_ms");
    if (told.isNumber()) {
      double heard = format.milliseconds(delta.sound().orElseThrow());
      tally.expect(
          Math.abs(Numbers.of(told) - heard) <= 1,
          delta,
          "audio_duration_ms %.0f for %d bytes".formatted(heard, delta.sound().getAsInt()),
          told.toString());
    }
  }
}
