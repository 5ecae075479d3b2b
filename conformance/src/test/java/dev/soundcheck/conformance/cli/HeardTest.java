package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Wav;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a server does to sound, held against what verify says of it (issue 5 point 5). */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class HeardTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "odd-audio, audio-bytes, 1",
    "no-audio, audio-missing, 1",
    "duplicate, audio-repeated, 1",
    "stall=4s@response.output_audio.delta#2, audio-gap, 0"
  })
  void what_a_fault_does_to_sound_is_found(String fault, String finding, int status)
      throws IOException {
    Path trace = talk(fault);
    Ran verified = Ran.soundcheck("verify", trace.toString());

    assertThat(verified.out()).contains("(" + finding + ")");
    assertThat(verified.status()).as(verified.out()).isEqualTo(status);
    assertThat(Ran.soundcheck("verify", "--strict", trace.toString()).status()).isEqualTo(1);
  }

  @Test
  void an_answer_without_faults_is_fine_and_has_its_figures() throws IOException {
    Path trace = talk("");
    Ran verified = Ran.soundcheck("verify", trace.toString());
    JsonNode json =
        Json.parse(Ran.soundcheck("verify", "--json", trace.toString()).out()).orElseThrow();

    assertThat(verified.out()).contains("answers, in ms", "stopped in").doesNotContain("broken (");
    assertThat(verified.status()).isZero();
    JsonNode answer = json.at("/traces/0/answers/0");
    assertThat(answer.path("lasts_ms").asDouble()).isPositive();
    assertThat(answer.path("first_audio_after_request_ms").asDouble()).isPositive();
    assertThat(answer.path("level_dbfs").asDouble()).isBetween(-40.0, 0.0);
    assertThat(answer.has("interruption_ms")).isFalse();
  }

  @Test
  void the_sound_around_each_remark_is_written_with_a_picture() throws IOException {
    Path snippets = folder.resolve("snippets");
    Ran verified =
        Ran.soundcheck("verify", "--snippets", snippets.toString(), talk("duplicate").toString());

    List<Path> files = files(snippets);
    assertThat(files).hasSizeGreaterThanOrEqualTo(2);
    assertThat(files.get(0).toString()).matches(".*talk\\.[0-9]{7}\\.audio-repeated\\.png");
    assertThat(Files.readAllBytes(files.get(0))).startsWith(0x89, 'P', 'N', 'G');
    assertThat(Wav.read(files.get(1)).length()).isPositive();
    assertThat(verified.out()).contains("(audio-repeated)");
  }

  /** live-behaviour.md 2.7. */
  @Test
  void sound_that_goes_on_after_a_cancel_is_found_once() throws IOException {
    String scenario = "interruption/the-client-cancels-a-long-answer";
    Path trace = folder.resolve("late.ndjson");
    ServerOptions options = ServerOptions.builder().scenario(scenario).faults("late-audio").build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      Ran.soundcheck(
          "talk",
          "--url",
          server.uri().toString(),
          "--play",
          scenario,
          "--trace",
          trace.toString());
    }

    assertThat(Ran.soundcheck("verify", trace.toString()).out())
        .containsOnlyOnce("(audio-after-done)");
  }

  @Test
  void a_trace_with_hashes_says_what_could_not_be_judged() throws IOException {
    Ran verified = Ran.soundcheck("verify", talk("", "--audio", "hash").toString());

    assertThat(verified.out())
        .containsOnlyOnce("has its sound by hash: lengths and times were judged");
    assertThat(verified.status()).isZero();
  }

  private Path talk(String fault, String... more) throws IOException {
    Path trace = folder.resolve("talk.ndjson");
    ServerOptions options =
        (fault.isEmpty() ? ServerOptions.builder() : ServerOptions.builder().faults(fault)).build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      Ran.soundcheck(
          Stream.concat(
                  Stream.of(
                      "talk",
                      "--url",
                      server.uri().toString(),
                      "--text",
                      "Where is my order?",
                      "--timeout",
                      "20",
                      "--trace",
                      trace.toString()),
                  Stream.of(more))
              .toArray(String[]::new));
    }
    return trace;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }
}
