package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Traces read line by line, so that they may be larger than memory (issue 3, "Bad input"). */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TraceStreamTest {
  private static final TraceHeader HEADER =
      TraceHeader.of(Instant.EPOCH, "ws://h/", Profile.LIVE, "0.1.0");

  private static final String SILENCE = "{\"at\":0,\"connection\":1,\"silence\":1}\n";

  @Test
  void things_come_one_by_one_and_a_wrong_line_does_not_end_it() {
    TraceStream trace = stream(header() + SILENCE + "wrong\n" + SILENCE);

    assertThat(trace.header()).isEqualTo(HEADER);
    assertThat(trace.next()).isInstanceOf(Observed.Silence.class);
    assertThatThrownBy(trace::next)
        .isInstanceOf(TraceException.class)
        .hasMessage("t.ndjson:3: expected a JSON object on one line, found \"wrong\"");
    assertThat(trace.next()).isInstanceOf(Observed.Silence.class);
    assertThat(trace.hasNext()).isFalse();
    assertThat(trace.notes()).isEmpty();
    assertThatThrownBy(trace::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void a_cut_end_is_no_more_and_told() {
    TraceStream trace = stream(header() + SILENCE + SILENCE.substring(0, 20));
    trace.next();

    assertThat(trace.hasNext()).isFalse();
    assertThat(trace.notes())
        .containsExactly(
            "t.ndjson:3: the last line is cut and left out; the trace ends with the one before");
  }

  @Test
  void a_line_without_end_is_refused_without_being_held() throws IOException {
    try (InputStream endless = new OneLine(300L << 20);
        TraceStream trace = new TraceStream("t.ndjson", header(endless))) {
      assertThatThrownBy(trace::next)
          .isInstanceOf(TraceException.class)
          .hasMessage("t.ndjson:2: expected a line of at most 32 MiB, found a longer one");
      assertThat(trace.hasNext()).isFalse();
    }
  }

  /** Eight times as large as the heap; 1 GiB has to fit 256 MiB, which is four times. */
  @Test
  void a_trace_much_larger_than_the_heap_is_read(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("large.ndjson");
    try (TraceWriter writer = TraceWriter.create(file, HEADER)) {
      for (int i = 0; i < 2_048; i++) {
        byte[] frame = new byte[48 << 10];
        writer.write(new Observed.Binary(Duration.ofSeconds(i), 1, Origin.CLIENT, frame));
      }
    }
    assertThat(Files.size(file)).isGreaterThan(128L << 20);

    assertThat(counted(file, "16m")).isEqualTo("2048 []");
  }

  /** The largest message that servers take is 16 MiB (decisions.md, Errors). */
  @Test
  void the_largest_message_fits_a_heap_of_256_mib(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("large.ndjson");
    try (TraceWriter writer = TraceWriter.create(file, HEADER)) {
      for (int i = 0; i < 3; i++) {
        writer.write(
            new Observed.Binary(Duration.ofSeconds(i), 1, Origin.CLIENT, new byte[16 << 20]));
      }
    }

    assertThat(counted(file, "256m")).isEqualTo("3 []");
  }

  private static String counted(Path file, String heap) throws Exception {
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                CountedTrace.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    reader.waitFor();
    return said.strip();
  }

  private static String header() {
    return new TraceLines(new Redaction(List.of()), TraceAudio.KEPT).of(HEADER) + "\n";
  }

  private static InputStream header(InputStream rest) {
    return new SequenceInputStream(
        new ByteArrayInputStream(header().getBytes(StandardCharsets.UTF_8)), rest);
  }

  private static TraceStream stream(String text) {
    return new TraceStream(
        "t.ndjson", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** So many bytes of one letter. */
  private static final class OneLine extends InputStream {
    private long left;

    OneLine(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (left <= 0) {
        return -1;
      }
      int length = (int) Math.min(left, most);
      Arrays.fill(into, from, from + length, (byte) 'x');
      left -= length;
      return length;
    }
  }
}
