package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Dialect.BargeIn;
import dev.soundcheck.server.session.ErrorCodes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InterruptionTest {
  private static final String CANCEL = "{\"type\":\"response.cancel\"}";
  private static final String LONG =
      "A rather long answer that takes its time to be spoken. It even has a second sentence.";

  private final Studio studio = answering(Studio.paced(Profile.LIVE));

  private static Studio answering(Studio studio) {
    studio.configures("\"turn_detection\":{\"type\":\"server_vad\"}").passes(1_000);
    return studio.willSay(LONG).types("Hi.").asksForResponse();
  }

  /** live-behaviour.md 2.6. */
  @Test
  void live_speech_ends_an_answer_as_completed_without_output() {
    studio.passes(1_500).fromHere().pushes(Sounds.utterance(0, 500));

    assertThat(studio.types().subList(0, 3))
        .containsExactly(
            "response.done", "input_audio_buffer.speech_started", "conversation.item.added");
    JsonNode done = studio.the(EventType.RESPONSE_DONE);
    assertThat(done.path("response").path("status").asString()).isEqualTo("completed");
    assertThat(done.path("response").path("output")).isEmpty();
    assertThat(studio.asked().get(1).interrupting()).isTrue();
    studio.fromHere().passes(9_000);
    assertThat(studio.types()).doesNotContain("response.output_audio.delta");
  }

  /** live-behaviour.md 2.6: more sound was made than sent; 2.3: the next item's anchor. */
  @Test
  void an_interrupted_answer_is_counted_as_made_and_leaves_no_anchor() {
    String typed =
        studio
            .passes(100)
            .the(EventType.CONVERSATION_ITEM_ADDED)
            .path("item")
            .path("id")
            .asString();
    studio.passes(1_400).fromHere().pushes(Sounds.speech(500));

    JsonNode usage = studio.the(EventType.RESPONSE_DONE).path("usage");
    double sent = usage.path("output_audio_seconds").asDouble();
    assertThat(sent).isPositive();
    assertThat(usage.path("output_token_details").path("audio_tokens").asDouble() / 50)
        .isGreaterThan(sent + 0.5);
    assertThat(studio.the(EventType.CONVERSATION_ITEM_ADDED).path("previous_item_id").asString())
        .isEqualTo(typed);
  }

  /** live-behaviour.md 2.3 and 2.6. */
  @Test
  void an_answer_that_sent_nothing_yet_vanishes() {
    studio.passes(200).fromHere().pushes(Sounds.speech(500)).passes(9_000);

    assertThat(studio.types())
        .containsExactly("input_audio_buffer.speech_started", "conversation.item.added");
  }

  /** decisions.md "Orders": the documented form is a choice. */
  @Test
  void an_interruption_can_be_reported_as_cancelled() {
    Studio july =
        answering(Studio.pacedChoosing(Profile.LIVE_2026_07, one -> one.with(BargeIn.CANCELLED)));
    july.passes(1_500).fromHere().pushes(Sounds.speech(500));

    assertThat(july.types())
        .containsExactly(
            "response.output_audio_transcript.done",
            "response.content_part.done",
            "response.output_audio.done",
            "response.output_item.done",
            "response.done",
            "input_audio_buffer.speech_started",
            "conversation.item.added");
    assertThat(july.the(EventType.RESPONSE_DONE).path("response").path("status").asString())
        .isEqualTo("cancelled");
  }

  /** decisions.md "Orders": cancel. */
  @Test
  void a_cancel_closes_what_was_begun() {
    studio.passes(1_500).fromHere().sends(CANCEL);

    assertThat(studio.types())
        .containsExactly(
            "response.output_audio_transcript.done",
            "response.content_part.done",
            "response.output_audio.done",
            "response.output_item.done",
            "response.done");
    JsonNode response = studio.the(EventType.RESPONSE_DONE).path("response");
    assertThat(response.path("status").asString()).isEqualTo("cancelled");
    JsonNode item = response.path("output").get(0);
    assertThat(item.path("status").asString()).isEqualTo("cancelled");
    assertThat(LONG).startsWith(item.path("content").get(0).path("transcript").asString());
    studio.fromHere().passes(9_000);
    assertThat(studio.types()).isEmpty();
  }

  /** decisions.md "Orders": nothing begun. */
  @Test
  void a_cancel_before_anything_was_said_has_no_output() {
    studio.passes(200).fromHere().sends(CANCEL);

    assertThat(studio.types()).containsExactly("response.done");
    JsonNode response = studio.the(EventType.RESPONSE_DONE).path("response");
    assertThat(response.path("status").asString()).isEqualTo("cancelled");
    assertThat(response.path("output")).isEmpty();
  }

  /** live-behaviour.md 2.7: a later response.create works; 2.4: cancelling makes news. */
  @Test
  void a_response_can_be_asked_for_after_a_cancel() {
    studio.passes(1_500).sends(CANCEL).fromHere().willSay("Again.").asksForResponse();
    studio.passes(5_000);

    assertThat(studio.types()).startsWith("response.created").endsWith("response.done");
  }

  /** live-behaviour.md 2.7; clients.md 10.3. */
  @Test
  void a_cancel_without_an_answer_is_an_error() {
    Studio idle = Studio.instant(Profile.LIVE).sends(CANCEL);

    JsonNode error = idle.the(EventType.ERROR).path("error");
    assertThat(error.path("message").asString())
        .isEqualTo("Cancellation failed: no active response found");
    assertThat(error.path("code").asString()).isEqualTo("response_cancel_not_active");
  }

  /** decisions.md "Errors": codes are a setting. */
  @Test
  void the_codes_are_a_setting() {
    ErrorCodes codes = new ErrorCodes("a", "b", "c", "d", "e", "f");
    Studio idle = Studio.with(Profile.LIVE, setup -> setup.with(codes)).sends(CANCEL);

    assertThat(idle.the(EventType.ERROR).path("error").path("code").asString()).isEqualTo("b");
  }

  /** live-behaviour.md 2.7: response_id is accepted. */
  @Test
  void a_cancel_may_name_the_answer() {
    studio.passes(1_500);
    String id = studio.the(EventType.RESPONSE_CREATED).path("response").path("id").asString();
    studio.fromHere();
    studio.sends("{\"type\":\"response.cancel\",\"response_id\":\"another\"}");
    assertThat(studio.types()).containsExactly("error");

    studio.sends("{\"type\":\"response.cancel\",\"response_id\":\"%s\"}".formatted(id));
    assertThat(studio.types()).endsWith("response.done");
  }

  /** live-behaviour.md 2.11: interruptible false drops caller audio until playback ends. */
  @Test
  void a_forced_message_can_refuse_to_be_interrupted() {
    Studio forced = Studio.paced(Profile.LIVE);
    forced.configures("\"turn_detection\":{\"type\":\"server_vad\"}").passes(1_000);
    forced.sends(
        """
        {"type":"conversation.item.create","item":{"type":"force_message","role":"assistant",
         "interruptible":false,"content":[{"type":"output_text","text":"Hold the line please"}]}}""");
    forced.passes(1_200).fromHere().pushes(Sounds.utterance(0, 500)).passes(500);

    assertThat(forced.types()).doesNotContain("input_audio_buffer.speech_started");
    forced.passes(1_500).pushes(Sounds.speech(200));
    assertThat(forced.types()).contains("input_audio_buffer.speech_started");
  }
}
