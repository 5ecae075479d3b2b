package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a trace when the program that writes it is killed. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KilledRecorderTest {
  @Test
  void every_line_written_before_a_kill_is_in_the_trace(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("t.ndjson");
    Process recorder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledRecorder.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long told = 0;
    try (BufferedReader said = recorder.inputReader()) {
      while (told < 5_000) {
        told = Long.parseLong(said.readLine());
      }
    } finally {
      recorder.destroyForcibly().waitFor();
    }

    Trace trace = TraceReader.read(file);

    assertThat(trace.seen()).hasSizeGreaterThanOrEqualTo((int) told);
    assertThat(trace.messages())
        .extracting(message -> message.json().path("count").asLong())
        .isEqualTo(LongStream.rangeClosed(1, trace.seen().size()).boxed().toList());
  }
}
