package dev.soundcheck.server.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Intent;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ToolTurnTest {
  private final Studio studio = Studio.instant(Profile.LIVE).fromHere();

  private Studio calls(Intent.Part... parts) {
    return studio.will(new Intent.Answer(List.of(parts))).types("Weather?").asksForResponse();
  }

  private static Intent.Part call(String tool) {
    return new Intent.Call(tool, "{\"city\":\"Paris\"}");
  }

  private Studio returns(String callId) {
    return studio.sends(
        """
        {"type":"conversation.item.create","item":{"type":"function_call_output",
         "call_id":"%s","output":"foggy"}}"""
            .formatted(callId));
  }

  /** live-behaviour.md 2.5; captures tool-call-round, text-tool-round-parity-current. */
  @Test
  void a_call_follows_its_preamble_in_the_same_response() {
    calls(Studio.speech("Let me check."), call("get_weather"));

    assertThat(studio.types().subList(8, studio.types().size()))
        .containsExactly(
            "response.output_audio_transcript.done",
            "response.content_part.done",
            "response.output_audio.done",
            "response.output_item.done",
            "response.output_item.added",
            "conversation.item.added",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.done",
            "response.output_item.done",
            "response.done");
  }

  /** live-behaviour.md 1.6: the oddities. */
  @Test
  void a_call_has_two_roles_one_index_and_no_anchor() {
    calls(Studio.speech("Let me check."), call("get_weather"));

    JsonNode added = studio.last(EventType.RESPONSE_OUTPUT_ITEM_ADDED);
    assertThat(added.path("item").path("role").asString()).isEqualTo("user");
    assertThat(added.path("output_index").asInt()).isZero();
    JsonNode inConversation = studio.last(EventType.CONVERSATION_ITEM_ADDED);
    assertThat(inConversation.path("item").path("role").asString()).isEqualTo("tool");
    assertThat(inConversation.path("item").path("arguments").asString()).isEmpty();
    assertThat(inConversation.path("previous_item_id").isNull()).isTrue();
    assertThat(studio.the(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DELTA).has("output_index"))
        .isFalse();
    JsonNode output = studio.the(EventType.RESPONSE_DONE).path("response").path("output");
    assertThat(output)
        .extracting(item -> item.path("type").asString())
        .containsExactly("message", "function_call");
  }

  /** live-behaviour.md 1.1 and 2.5: one group each, numbered within the response (ours). */
  @Test
  void parallel_calls_share_a_batch() {
    calls(call("a"), call("b"));

    List<String> ids =
        studio.all(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE).stream()
            .map(one -> one.json().path("call_id").asString())
            .toList();
    assertThat(ids).hasSize(2);
    assertThat(ids.get(0)).matches("call-[0-9a-f-]{36}-0");
    assertThat(ids.get(1)).isEqualTo(ids.get(0).replaceAll("0$", "1"));
  }

  /** live-behaviour.md 2.5: the model does not resume by itself. */
  @Test
  void the_result_waits_for_response_create() {
    calls(call("get_weather"));
    String callId =
        studio.the(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE).path("call_id").asString();
    studio.fromHere().willSay("It is foggy.");
    returns(callId);
    assertThat(studio.types()).containsExactly("conversation.item.added");

    studio.asksForResponse();
    Cue.Asked asked = studio.asked().get(1);
    assertThat(asked.kind()).isEqualTo(Cue.Kind.TOOLS);
    assertThat(asked.outputs()).containsExactly(new Cue.ToolOutput(callId, "get_weather", "foggy"));
    JsonNode result = studio.all(EventType.CONVERSATION_ITEM_ADDED).get(0).json();
    assertThat(result.path("previous_item_id").isNull()).isTrue();
    assertThat(studio.last(EventType.CONVERSATION_ITEM_ADDED).path("previous_item_id").asString())
        .as("the answer anchors to the result")
        .isEqualTo(result.path("item").path("id").asString());
    assertThat(studio.the(EventType.RESPONSE_DONE).path("usage").path("input_tokens").asInt())
        .as("results cost nothing (live-behaviour.md 1.7)")
        .isZero();
  }

  /** live-behaviour.md 5.2 (weak); docs/decisions/session-choices.md. */
  @Test
  void the_result_of_an_unknown_call_is_refused() {
    returns("call-nobody-0");

    JsonNode error = studio.the(EventType.ERROR).path("error");
    assertThat(error.path("code").asString()).isEqualTo("invalid_tool_call_id");
    assertThat(error.path("message").asString())
        .isEqualTo("Tool call ID 'call-nobody-0' not found in conversation.");
    assertThat(studio.types()).containsExactly("error");
  }

  /**
   * livekit-plugins-openai 1.7.0, realtime/utils.py: ids longer than 32 characters are shortened;
   * clients.md 5.1: its tool calls work. The echo keeps what was sent.
   */
  @Test
  void a_result_finds_its_call_by_the_id_that_livekit_shortens() throws Exception {
    calls(call("get_time"), call("get_weather"));
    String callId =
        studio.last(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE).path("call_id").asString();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(callId.getBytes(UTF_8));
    String shortened = HexFormat.of().formatHex(digest, 0, 16);
    studio.fromHere().willSay("It is foggy.");
    returns(shortened).asksForResponse();

    assertThat(studio.asked().get(1).outputs())
        .containsExactly(new Cue.ToolOutput(callId, "get_weather", "foggy"));
    JsonNode result = studio.all(EventType.CONVERSATION_ITEM_ADDED).get(0).json();
    assertThat(result.path("item").path("call_id").asString()).isEqualTo(shortened);
    assertThat(studio.types()).doesNotContain("error");
  }

  /** live-behaviour.md 1.4: a seeded call loses its arguments in the echo, and is known. */
  @Test
  void a_seeded_call_is_known() {
    studio.sends(
        """
        {"type":"conversation.item.create","item":{"type":"function_call","name":"f",
         "call_id":"call-1","arguments":"{}"}}""");
    returns("call-1");

    JsonNode seeded = studio.all(EventType.CONVERSATION_ITEM_ADDED).get(0).json();
    assertThat(seeded.path("item").path("arguments").asString()).isEmpty();
    assertThat(seeded.path("item").path("role").asString()).isEqualTo("tool");
    assertThat(studio.types())
        .containsExactly("conversation.item.added", "conversation.item.added");
  }
}
