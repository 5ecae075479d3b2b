package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Shared;
import dev.soundcheck.server.session.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every frame of {@code live} that live-behaviour.md prints whole has a twin among what a session
 * says: the same keys in the same order, the same kinds of values.
 */
class PrintedFramesTest {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Printed with another shape: of another time, or parts of an event that no session sends yet.
   */
  private static final List<String> OTHER_SHAPES =
      List.of("mcp_", "\"type\":\"error\"", "Too many concurrent", "c05db86f", "session.update\"");

  private static List<JsonNode> printed() throws IOException {
    Path file = Shared.file("protocol/live-behaviour.md");
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("{") && line.contains("\"type\":"))
        .filter(line -> OTHER_SHAPES.stream().noneMatch(line::contains))
        .map(JSON::readTree)
        .toList();
  }

  private static Studio september() {
    return Studio.paced(Profile.LIVE)
        .configures(
            """
            "instructions":"Reply in a few words.",
            "turn_detection":{"type":"server_vad","create_response":true,\
            "interrupt_response":true},
            "audio":{"input":{"format":{"type":"audio/pcm","rate":24000},
            "transcription":{"model":"grok-transcribe"}},
            "output":{"format":{"type":"audio/pcm","rate":24000}}}""")
        .passes(1_000);
  }

  /** A typed turn with a preamble, a call and its result. */
  private static Studio typed() {
    Studio studio = september();
    Intent.Part preamble = Studio.speech("I'll check the weather for you. It takes a moment.");
    studio.will(new Intent.Answer(List.of(preamble, new Intent.Call("get_weather", "{}"))));
    studio.types("What is the weather in Paris?");
    studio.sends("{\"type\":\"response.create\",\"response\":{\"metadata\":{\"k\":\"v\"}}}");
    studio.passes(9_000);
    JsonNode call = studio.the(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE);
    return studio
        .sends(
            """
            {"type":"conversation.item.create","item":{"type":"function_call_output",
             "call_id":"%s","output":"foggy"}}"""
                .formatted(call.path("call_id").asString()))
        .passes(100);
  }

  /** A spoken turn whose answer another one breaks into. */
  private static Studio spoken() {
    Studio studio = september().willSay("Hello Marcelo! Nice to meet you! How can I help today?");
    studio.pushes(Sounds.utterance(100, 900)).passes(1_200);
    return studio.pushes(Sounds.utterance(100, 900)).passes(500);
  }

  private static String layout(JsonNode event) {
    ObjectNode copy = (ObjectNode) event.deepCopy();
    if (copy.path("response") instanceof ObjectNode response && response.has("metadata")) {
      response.putObject("metadata");
    }
    return copy.path("type").asString() + " " + Said.layout(copy);
  }

  @Test
  void every_printed_frame_has_a_twin() throws IOException {
    Set<String> said =
        Stream.of(typed(), spoken())
            .flatMap(studio -> studio.heard().stream())
            .map(one -> layout(one.json()))
            .collect(Collectors.toCollection(TreeSet::new));

    List<JsonNode> frames = printed();
    assertThat(frames).hasSizeGreaterThan(28);
    assertThat(frames).allSatisfy(frame -> assertThat(said).contains(layout(frame)));
  }
}
