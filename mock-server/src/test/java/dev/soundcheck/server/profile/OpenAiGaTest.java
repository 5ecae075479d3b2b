package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.core.ObjectMappers;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.models.realtime.RealtimeServerEvent;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What only the profile {@code openai-ga} does (decisions.md "Profiles"; clients.md 6, 9). */
class OpenAiGaTest {
  private final Studio studio = Everything.said(Profile.OPENAI_GA);

  private static void read(JsonNode event) throws IOException {
    ObjectMappers.jsonMapper().readValue(event.toString(), RealtimeServerEvent.class).validate();
  }

  /** clients.md 6.5 and 11. */
  @Test
  void openai_java_accepts_all_that_is_said() {
    assertThat(studio.heard())
        .isNotEmpty()
        .allSatisfy(
            one -> assertThatCode(() -> read(one.json())).as("%s", one).doesNotThrowAnyException());
  }

  /** clients.md 6.5: of the recorded kinds of frames it rejects twelve, ping among them. */
  @Test
  void openai_java_rejects_what_is_captured() {
    Set<String> rejected = new TreeSet<>();
    for (Studio.Heard one : Everything.said(Profile.LIVE).heard()) {
      try {
        read(one.json());
      } catch (OpenAIInvalidDataException | IOException refused) {
        rejected.add(one.type());
      }
    }

    assertThat(rejected)
        .contains("ping", "session.created", "response.created", "response.content_part.done");
  }

  @Test
  void openai_java_rejects_an_event_without_its_id() {
    JsonNode event = studio.last(EventType.RESPONSE_DONE).deepCopy();
    ((tools.jackson.databind.node.ObjectNode) event).remove("event_id");

    assertThatThrownBy(() -> read(event)).isInstanceOf(OpenAIInvalidDataException.class);
  }

  /** decisions.md "Errors": answered here, an error elsewhere. */
  @Test
  void an_item_can_be_seen_again() {
    JsonNode shown = studio.the(EventType.CONVERSATION_ITEM_RETRIEVED).path("item");

    assertThat(shown.path("content").path(0).path("type").asString()).isEqualTo("output_audio");
    studio.fromHere();
    studio.sends("{\"type\":\"conversation.item.retrieve\",\"item_id\":\"nobody\"}");
    assertThat(studio.the(EventType.ERROR).path("error").path("message").asString())
        .isEqualTo("Item not found");
  }

  /** clients.md 9.1: both places, for strict clients and for those that know the service. */
  @Test
  void usage_stands_in_the_response_and_beside_it() {
    JsonNode done = studio.last(EventType.RESPONSE_DONE);

    assertThat(done.path("response").path("usage")).isEqualTo(done.path("usage")).isNotEmpty();
  }

  /** openai-java 4.52.0: an item cannot be cancelled, PCM has one rate, tools are two kinds. */
  @Test
  void what_cannot_be_read_there_is_said_otherwise_or_not_at_all() throws IOException {
    assertThat(studio.last(EventType.RESPONSE_OUTPUT_ITEM_DONE).path("item").path("status"))
        .hasToString("\"incomplete\"");
    JsonNode session = studio.all(EventType.SESSION_UPDATED).get(0).json().path("session");
    assertThat(session.path("tools").valueStream().map(tool -> tool.path("type").asString()))
        .containsExactly("function", "mcp");
    assertThat(session.path("tools").path(0).path("name").asString()).isEqualTo("f");

    studio.fromHere();
    studio.configures("\"audio\":{\"input\":{\"format\":{\"type\":\"audio/pcm\",\"rate\":16000}}}");
    studio.passes(1_000);
    JsonNode updated = studio.the(EventType.SESSION_UPDATED);
    read(updated);
    assertThat(updated.at("/session/audio/input/format").has("rate")).isFalse();
    assertThat(updated.at("/session/audio/output/format/rate").asInt()).isEqualTo(24_000);
  }
}
