package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Settings;
import dev.soundcheck.conformance.rule.Settings.Direction;
import dev.soundcheck.conformance.rule.SoundLength;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.util.Optional;

/**
 * What a client sends until a commit, another format or its end is whole samples; one byte too many
 * makes noise of all that follows (events.yaml audio_formats).
 */
final class SoundIsWholeSamples implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that sends sound of samples, with its bytes");
  }

  /** What came since the last commit, clear or change of the format. */
  private record Buffer(Event newest, String encoding, long bytes) {
    Buffer with(Event sound) {
      return new Buffer(sound, encoding, bytes + sound.sound().getAsInt());
    }

    void judge(Tally tally) {
      int sample = SoundLength.sample(encoding);
      if (sample > 0) {
        tally.expect(
            bytes % sample == 0,
            newest,
            "samples of %d bytes".formatted(sample),
            "%d bytes in all".formatted(bytes));
      }
    }
  }

  private static void judge(Connection connection, Tally tally) {
    Optional<Buffer> buffer = Optional.empty();
    for (Event event : connection.events()) {
      if (event.from() == Origin.CLIENT && event.sound().isPresent()) {
        String encoding = encoding(connection.asked(event));
        buffer.filter(before -> !before.encoding().equals(encoding)).ifPresent(b -> b.judge(tally));
        buffer =
            Optional.of(
                buffer
                    .filter(before -> before.encoding().equals(encoding))
                    .orElse(new Buffer(event, encoding, 0))
                    .with(event));
      } else if (event.is(EventType.INPUT_AUDIO_BUFFER_COMMIT)) {
        buffer.ifPresent(whole -> whole.judge(tally));
        buffer = Optional.empty();
      } else if (event.is(EventType.INPUT_AUDIO_BUFFER_CLEAR)) {
        buffer = Optional.empty();
      }
    }
    if (connection.closed().isPresent()) {
      buffer.ifPresent(whole -> whole.judge(tally));
    }
  }

  private static String encoding(Settings settings) {
    return settings.encoding(Direction.INPUT);
  }
}
