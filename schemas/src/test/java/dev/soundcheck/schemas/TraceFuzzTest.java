package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Corpus;
import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Growth;
import dev.soundcheck.fuzz.Kinds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a trace holds, it is read or told what is wrong with it, line by line. */
final class TraceFuzzTest {
  @Test
  void every_trace_is_read_or_refused_line_by_line() {
    Fuzz.ofTexts("traces", Kinds.traces(), corpus()).run(TraceFuzzTest::read);
  }

  @Test
  void a_trace_that_was_read_can_be_written_and_read_again() {
    Fuzz.ofTexts("traces-written", Kinds.traces(), corpus())
        .run(input -> read(input) && read(written(trace(input))));
  }

  @Test
  void work_grows_as_a_trace_grows() {
    String all = corpus().get(0);
    String header = all.lines().findFirst().orElseThrow() + "\n";
    String line = all.lines().skip(1).findFirst().orElseThrow() + "\n";
    Growth.isNotQuadratic(
        "lines",
        60_000,
        length -> bytes(header + line.repeat(length / line.length())),
        TraceFuzzTest::read);
    Growth.isNotQuadratic(
        "a long line", 60_000, length -> bytes(header + "[".repeat(length)), TraceFuzzTest::read);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean read(byte[] input) throws IOException {
    try {
      trace(input);
      return true;
    } catch (TraceException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allMatch(problem -> problem.matches("(?s)fuzz:\\d+: .+|more lines may be wrong.*"));
      return false;
    }
  }

  private static Trace trace(byte[] input) throws IOException {
    return TraceReader.read("fuzz", new ByteArrayInputStream(input));
  }

  private static byte[] written(Trace trace) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceWriter writer = new TraceWriter(out, trace.header())) {
      trace.seen().forEach(writer::write);
    }
    return out.toByteArray();
  }

  private static List<String> corpus() {
    return Corpus.texts("recordings", ".ndjson").stream()
        .filter(text -> text.length() < 12_000)
        .toList();
  }
}
