package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Corpus;
import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Growth;
import dev.soundcheck.fuzz.Kinds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever a message holds, the contract has words for it. */
final class EventFuzzTest {
  private static final Profile[] PROFILES = Profile.values();

  @Test
  void every_message_is_fine_or_told_what_is_wrong_with_it() {
    Fuzz.ofTexts("events", Kinds.json(), corpus()).runTexts(EventFuzzTest::judged);
  }

  private static boolean judged(String text) {
    Optional<JsonNode> json = Json.parse(text);
    return json.isPresent() && judged(json.get(), PROFILES[text.length() % PROFILES.length]);
  }

  private static boolean judged(JsonNode event, Profile profile) {
    EventValidator validator = EventValidator.of(profile);
    List<Finding> client = validator.validate(Origin.CLIENT, event);
    List<Finding> server = validator.validate(Origin.SERVER, event);
    assertThat(client).allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
    assertThat(server).allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
    boolean strangers =
        validator.validate(Origin.CLIENT, validator.known(event)).stream()
            .anyMatch(finding -> finding.kind() == Finding.Kind.UNKNOWN_MEMBER);
    assertThat(strangers).isFalse();
    return client.isEmpty() || server.isEmpty();
  }

  static List<String> corpus() {
    return Stream.of(
            Resources.lines("tolerated-client-events.ndjson").stream(),
            Resources.lines("never-captured.ndjson").stream(),
            Resources.lines("bad-client-events.txt").stream().filter(line -> line.startsWith("{")),
            recorded())
        .flatMap(lines -> lines)
        .toList();
  }

  /** Of what strangers' clients and the mock said to each other: each type a few times. */
  private static Stream<String> recorded() {
    return Corpus.texts("recordings/interop", ".ndjson").stream()
        .flatMap(String::lines)
        .map(Json.mapper()::readTree)
        .map(line -> line.path("event"))
        .filter(event -> event.isObject() && event.toString().length() < 3_000)
        .collect(Collectors.groupingBy(event -> event.path("type").asString("")))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(type -> type.getValue().stream().limit(4))
        .map(JsonNode::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"session.update\",\"session\":{%s}}|\"x%d\":1",
        "{\"type\":\"session.update\",\"session\":{\"tools\":[%s]}}|{\"type\":\"x%d\"}",
        "{\"type\":\"session.update\",\"session\":{\"instructions\":\"%s\"}}|0%d",
        "{\"type\":\"%s\"}|x%d",
        "{\"type\":\"response.create\",\"response\":{\"metadata\":{%s}}}|\"x%d\":1"
      })
  void work_grows_as_a_message_grows(String shape) {
    String[] parts = shape.split("\\|");
    Growth.isNotQuadratic(
        parts[0],
        4_000,
        length -> message(parts[0], parts[1], length),
        input -> judged(new String(input, StandardCharsets.UTF_8)));
  }

  private static byte[] message(String frame, String part, int length) {
    String between = part.startsWith("\"") || part.startsWith("{") ? "," : "";
    String parts =
        IntStream.range(0, length / part.length())
            .mapToObj(part::formatted)
            .collect(Collectors.joining(between));
    return frame.formatted(parts).getBytes(StandardCharsets.UTF_8);
  }
}
