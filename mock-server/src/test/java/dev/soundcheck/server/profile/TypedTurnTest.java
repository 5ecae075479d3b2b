package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Cue;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TypedTurnTest {
  private final Studio studio = Studio.instant(Profile.LIVE).fromHere();

  private List<String> anchors() {
    return studio.all(EventType.CONVERSATION_ITEM_ADDED).stream()
        .map(one -> one.json().path("previous_item_id").asString("none"))
        .toList();
  }

  private Studio creates(String id, String previous) {
    return studio.sends(
        """
        {"type":"conversation.item.create","previous_item_id":"%s","item":{"id":"%s",
         "type":"message","role":"user","content":[{"type":"input_text","text":"hi"}]}}"""
            .formatted(previous, id));
  }

  /** live-behaviour.md 2.2. */
  @Test
  void a_typed_turn_is_answered_in_the_captured_order() {
    studio.willSay("Hello there!").types("Say a short greeting.").asksForResponse();

    assertThat(studio.types())
        .containsExactly(
            "conversation.item.added",
            "response.created",
            "response.output_item.added",
            "conversation.item.added",
            "response.content_part.added",
            "response.output_audio.delta",
            "response.output_audio_transcript.delta",
            "response.output_audio.delta",
            "response.output_audio_transcript.done",
            "response.content_part.done",
            "response.output_audio.done",
            "response.output_item.done",
            "response.done");
    assertThat(studio.asked()).extracting(Cue.Asked::kind).containsExactly(Cue.Kind.TYPED);
    assertThat(studio.asked().get(0).words()).isEqualTo("Say a short greeting.");
  }

  /** live-behaviour.md 2.16: added after 65 ms, created at most 5 ms later. */
  @Test
  void a_typed_turn_takes_its_time() {
    Studio paced = Studio.paced(Profile.LIVE).willSay("Hello there!");
    paced.types("Hi.").asksForResponse().passes(5_000);

    assertThat(paced.all(EventType.CONVERSATION_ITEM_ADDED).get(0).at()).hasMillis(65);
    assertThat(paced.all(EventType.RESPONSE_CREATED).get(0).at()).hasMillis(65);
    assertThat(paced.all(EventType.RESPONSE_OUTPUT_ITEM_ADDED).get(0).at()).hasMillis(395);
    assertThat(paced.all(EventType.RESPONSE_OUTPUT_AUDIO_DELTA).get(0).at()).hasMillis(815);
    assertThat(paced.all(EventType.RESPONSE_OUTPUT_AUDIO_DELTA).get(0).json().path("latency"))
        .hasToString("\"0.75\"");
  }

  /** clients.md A.4; live-behaviour.md 1.1. */
  @Test
  void the_clients_item_id_is_kept() {
    creates("mine", "root");

    JsonNode item = studio.the(EventType.CONVERSATION_ITEM_ADDED).path("item");
    assertThat(item.path("id").asString()).isEqualTo("mine");
    assertThat(item.propertyNames())
        .containsExactly("id", "object", "type", "status", "role", "content", "replayed");
  }

  /** decisions.md "Orders": messages anchor to the item before them. */
  @Test
  void messages_anchor_to_the_item_before_them() {
    creates("a", "root").types("b");
    creates("c", "a");
    creates("d", "nobody-knows-this");
    creates("e", "root");

    String b =
        studio
            .all(EventType.CONVERSATION_ITEM_ADDED)
            .get(1)
            .json()
            .path("item")
            .path("id")
            .asString();
    assertThat(anchors()).containsExactly("none", "a", "a", b, "none");
  }

  /** docs/decisions/session-choices.md: an id can only be given once. */
  @Test
  void an_id_cannot_be_given_twice() {
    creates("a", "root");
    creates("a", "root");

    assertThat(studio.the(EventType.ERROR).path("error").path("param").asString())
        .isEqualTo("item.id");
  }

  /** message-history-seeding capture: assistant text is echoed as sent. */
  @Test
  void seeded_assistant_text_is_echoed_as_sent() {
    studio.sends(
        """
        {"type":"conversation.item.create","item":{"type":"message","role":"assistant",
         "content":[{"type":"output_text","text":"Nice to meet you."}]}}""");

    assertThat(studio.the(EventType.CONVERSATION_ITEM_ADDED).path("item").path("content"))
        .hasToString("[{\"type\":\"output_text\",\"text\":\"Nice to meet you.\"}]");
  }

  /** decisions.md "response.create": the error that Pipecat looks for (clients.md 10.3). */
  @Test
  void a_second_response_while_one_is_active_is_refused() {
    Studio paced = Studio.paced(Profile.LIVE).willSay("Hello there!");
    paced.types("Hi.").asksForResponse().passes(500).asksForResponse().passes(200);

    JsonNode error = paced.the(EventType.ERROR).path("error");
    assertThat(error.path("message").asString()).contains("already has an active response");
    assertThat(error.path("code").asString()).isEqualTo("conversation_already_has_active_response");
  }

  /** decisions.md "response.create": idle with nothing new is dropped silently. */
  @Test
  void a_response_without_news_is_dropped() {
    studio.willSay("Hello.").types("Hi.").asksForResponse().fromHere().asksForResponse();

    assertThat(studio.types()).isEmpty();
    assertThat(studio.asked()).hasSize(1);
  }

  /** decisions.md "response.create": the first of an empty conversation is answered. */
  @Test
  void a_conversation_can_be_opened_by_the_assistant() {
    studio.willSay("Welcome.").asksForResponse();

    assertThat(studio.asked()).extracting(Cue.Asked::kind).containsExactly(Cue.Kind.NUDGED);
    assertThat(studio.types()).startsWith("response.created").endsWith("response.done");
  }

  /** A mind that waits can be asked again by the client. */
  @Test
  void who_waits_can_be_nudged() {
    studio.types("Hi.").asksForResponse().willSay("Yes?").asksForResponse();

    assertThat(studio.asked())
        .extracting(Cue.Asked::kind)
        .containsExactly(Cue.Kind.TYPED, Cue.Kind.NUDGED);
  }

  /** clients.md A.3; live-behaviour.md 1.1: echoed only if sent, also when it is done. */
  @Test
  void metadata_is_echoed_when_it_was_sent() {
    studio.willSay("One.").willSay("Two.").types("Hi.");
    studio.sends(
        "{\"type\":\"response.create\",\"response\":{\"metadata\":{\"client_event_id\":\"x\"}}}");

    assertThat(studio.the(EventType.RESPONSE_CREATED).path("response").propertyNames())
        .containsExactly("id", "object", "output", "status", "metadata", "status_details", "usage");
    assertThat(studio.the(EventType.RESPONSE_DONE).path("response").path("metadata"))
        .hasToString("{\"client_event_id\":\"x\"}");

    studio.fromHere().types("Again.").asksForResponse();
    assertThat(studio.the(EventType.RESPONSE_CREATED).path("response").has("metadata")).isFalse();
  }

  /** live-behaviour.md 2.11: a forced message is the turn. */
  @Test
  void a_forced_message_is_spoken_without_being_asked_for() {
    studio.sends(
        """
        {"type":"conversation.item.create","item":{"type":"force_message","role":"assistant",
         "content":[{"type":"output_text","text":"This call is recorded."}]}}""");

    assertThat(studio.types()).startsWith("response.created").endsWith("response.done");
    assertThat(studio.the(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE).path("transcript"))
        .hasToString("\"This call is recorded.\"");
    assertThat(studio.asked()).isEmpty();
  }
}
