package dev.soundcheck.server.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Corpus;
import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Kinds;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceException;
import dev.soundcheck.schemas.TraceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a trace holds that can be read, either side of it can be played, or is refused. */
final class RecordingFuzzTest {
  @Test
  void every_trace_is_played_or_refused() {
    Fuzz.ofTexts(
            "replayed",
            Kinds.traces(),
            Corpus.texts("recordings", ".ndjson").stream()
                .filter(text -> text.length() < 12_000)
                .toList())
        .oneIn(4)
        .run(RecordingFuzzTest::played);
  }

  private static boolean played(byte[] input) throws IOException {
    try {
      Trace trace = TraceReader.read("fuzz", new ByteArrayInputStream(input));
      for (Origin own : Origin.values()) {
        play(trace, own);
      }
      return true;
    } catch (TraceException | RecordingException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return false;
    }
  }

  private static void play(Trace trace, Origin own) {
    Recording recording = Recording.of(trace, own, Policy.LENIENT, Speed.INSTANT);
    Recital recital = new Reel(recording, 1).next(1, Optional.empty());
    for (Observed seen : trace.seen()) {
      if (from(seen) != own) {
        recital.hear(seen.at(), seen);
      }
      recital.advance(seen.at());
    }
    recital.end(Duration.ofDays(1));
    assertThat(recital.waitsFor()).isNotNull();
  }

  private static Origin from(Observed seen) {
    return seen instanceof Observed.Message message ? message.from() : Origin.CLIENT;
  }
}
