package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Cue;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What only the profile {@code documented} does (events.yaml; live-behaviour.md 8.1, docs). */
class DocumentedTest {
  private static final String COMMIT = "{\"type\":\"input_audio_buffer.commit\"}";

  private final Studio studio = Studio.paced(Profile.DOCUMENTED);

  /** events.yaml, documented_flow. */
  @Test
  void a_typed_turn_is_the_documented_flow() {
    studio.configures("").passes(1_000).willSay("Hello.").types("Hi.").asksForResponse();
    studio.passes(20_000);

    assertThat(studio.types().stream().distinct())
        .containsExactly(
            "session.created",
            "conversation.created",
            "session.updated",
            "conversation.item.added",
            "response.created",
            "response.output_item.added",
            "response.content_part.added",
            "response.output_audio.delta",
            "response.output_audio_transcript.delta",
            "response.output_audio.done",
            "response.output_audio_transcript.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.done");
    assertThat(studio.all(EventType.PING)).isEmpty();
  }

  /** live-behaviour.md 8.1: metadata is null when unset, and usage has counts. */
  @Test
  void a_response_has_its_usage_and_a_metadata_that_may_be_null() {
    studio.willSay("Hello.").types("Hi.").asksForResponse().passes(5_000);

    JsonNode response = studio.the(EventType.RESPONSE_DONE).path("response");
    assertThat(response.path("metadata").isNull()).isTrue();
    assertThat(response.path("usage").path("total_tokens").asInt()).isPositive();
    assertThat(studio.the(EventType.RESPONSE_DONE).has("usage")).isFalse();
    JsonNode added = studio.the(EventType.RESPONSE_OUTPUT_ITEM_ADDED).path("item");
    assertThat(added.path("content")).isEmpty();
    assertThat(added.path("content").isArray()).isTrue();
    assertThat(studio.the(EventType.RESPONSE_CONTENT_PART_DONE).path("part").path("transcript"))
        .hasToString("\"Hello.\"");
  }

  /** live-behaviour.md 8.1: a commit needs response.create; speech is reported with VAD only. */
  @Test
  void a_commit_waits_for_the_client_to_ask_for_an_answer() {
    studio.fromHere().willSay("Hello.").pushes(Sounds.speech(800)).sends(COMMIT).passes(2_000);
    assertThat(studio.types())
        .containsExactly(
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.input_audio_transcription.completed");

    studio.fromHere().asksForResponse().passes(5_000);
    assertThat(studio.types()).startsWith("response.created").endsWith("response.done");
    assertThat(studio.asked()).extracting(Cue.Asked::kind).containsExactly(Cue.Kind.SPOKEN);
  }

  @Test
  void an_answer_asked_for_with_the_commit_comes_after_the_transcript() {
    studio.fromHere().willSay("Hello.").pushes(Sounds.speech(800)).sends(COMMIT);
    studio.asksForResponse().passes(5_000);

    List<String> types = studio.types();
    assertThat(types.subList(0, 4))
        .containsExactly(
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.input_audio_transcription.completed",
            "response.created");
    assertThat(studio.all(EventType.RESPONSE_CREATED)).hasSize(1);
  }

  /** live-behaviour.md 8.1: create_response is ignored on the wire, not in the documents. */
  @Test
  void without_create_response_the_client_asks_for_the_answer() {
    String vad = "\"turn_detection\":{\"type\":\"server_vad\",\"create_response\":false}";
    studio.configures(vad).passes(1_000).willSay("Hello.").fromHere();
    studio.pushes(Sounds.utterance(100, 900)).passes(3_000);
    assertThat(studio.types())
        .startsWith("input_audio_buffer.speech_started")
        .endsWith("conversation.item.input_audio_transcription.completed")
        .doesNotContain("response.created");

    studio.asksForResponse().passes(5_000);
    assertThat(studio.types()).endsWith("response.done");
    Studio live = Studio.paced(Profile.LIVE).configures(vad).passes(1_000).willSay("Hello.");
    live.pushes(Sounds.utterance(100, 900)).passes(5_000);
    assertThat(live.types()).endsWith("response.done");
  }

  /** decisions.md "response.create": in documented it always answers. */
  @Test
  void a_response_is_given_even_when_nothing_is_new() {
    studio.willSay("One.").willSay("Two.").types("Hi.").asksForResponse().passes(5_000);
    studio.asksForResponse().passes(5_000);

    assertThat(studio.all(EventType.RESPONSE_DONE)).hasSize(2);
  }

  /** decisions.md "Orders": the documented form of an interruption. */
  @Test
  void an_interrupted_answer_is_cancelled() {
    studio.configures("\"turn_detection\":{\"type\":\"server_vad\"}").passes(1_000);
    studio.willSay(Everything.LONG).types("Hi.").asksForResponse().passes(1_500).fromHere();
    studio.pushes(Sounds.speech(500));

    assertThat(studio.types())
        .containsExactly(
            "response.output_audio.done",
            "response.output_audio_transcript.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.done",
            "input_audio_buffer.speech_started",
            "conversation.item.added");
    assertThat(studio.the(EventType.RESPONSE_DONE).path("response").path("status").asString())
        .isEqualTo("cancelled");
  }

  /** events.yaml error: members are optional, and none may be null. */
  @Test
  void an_error_has_no_member_that_is_unknown() {
    studio.fromHere().sends(Everything.CANCEL);

    assertThat(studio.the(EventType.ERROR).path("error").propertyNames())
        .containsExactly("type", "code", "message");
  }
}
