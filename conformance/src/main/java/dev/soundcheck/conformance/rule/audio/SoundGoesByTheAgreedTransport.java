package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Settings.Direction;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import java.util.List;

/**
 * Sound comes as binary frames when the client asked for it, else as {@code
 * response.output_audio.delta}; a change applies to the next response (events.yaml
 * session.audio.output.transport; live-behaviour.md 6).
 */
final class SoundGoesByTheAgreedTransport implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().stream()
        .flatMap(connection -> Sound.of(connection).stream())
        .forEach(sound -> judge(sound, tally));
    return tally.verdict("sound of the server");
  }

  private static void judge(Sound sound, Tally tally) {
    List<Boolean> binary =
        sound.agreements().stream().map(settings -> settings.binary(Direction.OUTPUT)).toList();
    if (!binary.isEmpty()) {
      tally.expect(
          binary.contains(sound.binary()),
          sound.event(),
          sound.binary() ? "response.output_audio.delta" : "a binary frame",
          sound.event().name());
    }
  }
}
