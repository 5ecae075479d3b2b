package dev.soundcheck.conformance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Corpus;
import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Growth;
import dev.soundcheck.fuzz.Kinds;
import dev.soundcheck.schemas.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever another tool recorded, it is brought in, or told what is wrong with it. */
final class ImportFuzzTest {
  private static final String HAR =
      """
      {"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{
      "startedDateTime":"2026-11-20T12:00:00.000Z","time":1,
      "request":{"method":"GET","url":"wss://api.x.ai/v1/realtime?model=m","headers":[]},
      "response":{"status":101,"headers":[]},"_resourceType":"websocket",
      "_webSocketMessages":[
      {"type":"send","time":1795175984.990,"opcode":1,"data":"{\\"type\\":\\"response.create\\"}"},
      {"type":"receive","time":1795175985.240,"opcode":1,"data":"{\\"type\\":\\"ping\\",\\"timestamp\\":1}"},
      {"type":"receive","time":1795175985990,"opcode":2,"data":"AP9/"}]}]}}
      """;

  private static final String CASSETTE =
      """
      version: 1
      interactions:
        - kind: message
          direction: received
          data: {type: ping, event_id: a, timestamp: 1}
          at: 10
        - kind: message
          direction: sent
          data:
            type: session.update
            session: {instructions: "x"}
        - kind: close
          code: 1000
          reason: bye
      """;

  @Test
  void every_har_is_brought_in_or_refused() {
    Fuzz.ofTexts("har", Kinds.json(), List.of(HAR)).runTexts(ImportFuzzTest::imported);
  }

  @Test
  void every_cassette_is_brought_in_or_refused() {
    Fuzz.ofTexts("cassette", Kinds.yaml(), List.of(CASSETTE)).runTexts(ImportFuzzTest::imported);
  }

  @Test
  void captured_cassettes_are_brought_in_or_refused() {
    Fuzz.ofTexts("cassettes", Kinds.yaml(), captured())
        .oneIn(20)
        .runTexts(ImportFuzzTest::imported);
  }

  private static boolean imported(String text) {
    try {
      return Import.read("fuzz", text, "test").seen().size() > 0;
    } catch (ImportException refused) {
      assertThat(refused.problems()).isNotEmpty().allMatch(line -> line.startsWith("fuzz"));
      return false;
    }
  }

  @Test
  void every_table_of_tolerances_is_read_or_refused() {
    Fuzz.ofTexts("tolerances", Kinds.yaml(), Corpus.texts("recordings", "tolerances.yaml"))
        .oneIn(4)
        .runTexts(ImportFuzzTest::tolerated);
  }

  private static boolean tolerated(String yaml) {
    try {
      return !Tolerances.read("fuzz", yaml).rows().isEmpty();
    } catch (ImportException refused) {
      assertThat(refused.getMessage()).startsWith("fuzz:");
      return false;
    }
  }

  @Test
  void work_grows_as_a_file_grows() {
    String message = "  - {kind: message, direction: received, data: {type: ping, timestamp: 1}}\n";
    Growth.isNotQuadratic(
        "messages",
        20_000,
        length -> bytes("version: 1\ninteractions:\n" + message.repeat(length / message.length())),
        input -> imported(new String(input, StandardCharsets.UTF_8)));
    for (String part : List.of("x", "- ", "[", "{", "a: ", "'", "&a ", "? ", "\n", "|\n")) {
      Growth.isNotQuadratic(
          part,
          4_000,
          length -> bytes("interactions: \n" + part.repeat(length / part.length())),
          input -> imported(new String(input, StandardCharsets.UTF_8)));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> captured() {
    try (Stream<Path> files = Files.list(Shared.file("live-sessions"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(Corpus::text)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
