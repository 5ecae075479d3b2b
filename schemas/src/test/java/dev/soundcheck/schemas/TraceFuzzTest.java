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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Who plays a trace makes as much silence as it names. */
  @ParameterizedTest
  @ValueSource(strings = {"'':{'bytes':1", "'x':{'bytes':1", "'/delta':{'bytes':2147483647"})
  void sound_that_was_hashed_has_a_place_and_a_size_that_a_line_can_have(String hashed)
      throws IOException {
    String header = corpus().get(0).lines().findFirst().orElseThrow();
    String line =
        "{'at':1,'connection':1,'from':'server','event':{'type':'ping'},'hashed':{%s,'sha256':'0'}}}"
            .formatted(hashed)
            .replace('\'', '"');

    assertThat(read(bytes(header + "\n" + line + "\n"))).isFalse();
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
