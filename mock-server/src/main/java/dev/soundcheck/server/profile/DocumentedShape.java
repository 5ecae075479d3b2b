package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.server.session.Meaning;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Another shape, cut down to the members that are documented and in their order (events.yaml). */
final class DocumentedShape implements Shape {
  private static final String INDEX = "output_index";
  private static final List<String> SESSION =
      List.of(
          "id",
          "object",
          "model",
          "instructions",
          "voice",
          "reasoning",
          "turn_detection",
          "replace",
          "modalities",
          "audio",
          "tools");
  private static final List<String> RESPONSE =
      List.of("id", "object", "status", "output", "usage", "metadata");
  private static final List<String> USAGE =
      List.of("input_tokens", "output_tokens", "total_tokens");

  private final Shape whole;
  private final Map<EventType, List<String>> members = new EnumMap<>(EventType.class);

  DocumentedShape(Shape whole) {
    this.whole = whole;
    aboutTheSession();
    aboutTheInput();
    aboutAnswers();
    aboutParts();
    aboutTools();
  }

  private void aboutTheSession() {
    row(EventType.SESSION_CREATED, "session");
    row(EventType.SESSION_UPDATED, "session");
    row(EventType.CONVERSATION_CREATED, "conversation");
    row(EventType.ERROR, "error");
  }

  private void aboutTheInput() {
    row(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED, "item_id", "audio_start_ms");
    row(EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED, "item_id", "audio_end_ms");
    row(EventType.INPUT_AUDIO_BUFFER_COMMITTED, "previous_item_id", "item_id");
    row(EventType.INPUT_AUDIO_BUFFER_CLEARED);
    row(
        EventType.INPUT_AUDIO_BUFFER_TIMEOUT_TRIGGERED,
        "item_id",
        "previous_item_id",
        "audio_start_ms",
        "audio_end_ms");
    row(EventType.INPUT_AUDIO_BUFFER_DTMF_EVENT_RECEIVED, "event", "received_at");
    row(EventType.CONVERSATION_ITEM_ADDED, "previous_item_id", "item");
    row(EventType.CONVERSATION_ITEM_CREATED, "item");
    row(EventType.CONVERSATION_ITEM_DELETED, "item_id");
    row(
        EventType.CONVERSATION_ITEM_TRUNCATED,
        "item_id",
        "content_index",
        "audio_end_ms",
        "transcript");
    row(EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED, "item_id", "transcript");
    row(EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED, "item_id", "transcript");
  }

  private void aboutAnswers() {
    row(EventType.RESPONSE_CREATED, "response");
    row(EventType.RESPONSE_DONE, "response");
    row(EventType.RESPONSE_OUTPUT_ITEM_ADDED, "response_id", INDEX, "item");
    row(EventType.RESPONSE_OUTPUT_ITEM_DONE, "response_id", INDEX, "item");
    row(
        EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DELTA,
        "response_id",
        "item_id",
        INDEX,
        "call_id",
        "delta");
    row(
        EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE,
        "response_id",
        "item_id",
        INDEX,
        "call_id",
        "name",
        "arguments");
  }

  private void aboutParts() {
    part(EventType.RESPONSE_CONTENT_PART_ADDED, "part");
    part(EventType.RESPONSE_CONTENT_PART_DONE, "part");
    part(EventType.RESPONSE_OUTPUT_TEXT_DELTA, "delta");
    part(EventType.RESPONSE_OUTPUT_AUDIO_DELTA, "delta");
    part(EventType.RESPONSE_OUTPUT_AUDIO_DONE, "");
    part(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA, "delta");
    part(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE, "transcript");
  }

  private void aboutTools() {
    row(EventType.MCP_LIST_TOOLS_IN_PROGRESS, "item_id");
    row(EventType.MCP_LIST_TOOLS_COMPLETED, "item_id");
    row(EventType.MCP_LIST_TOOLS_FAILED, "item_id", "error");
    row(EventType.RESPONSE_MCP_CALL_ARGUMENTS_DELTA, "response_id", "item_id", "call_id", "delta");
    row(
        EventType.RESPONSE_MCP_CALL_ARGUMENTS_DONE,
        "response_id",
        "item_id",
        "call_id",
        "name",
        "arguments");
    row(EventType.RESPONSE_MCP_CALL_IN_PROGRESS, "item_id", INDEX);
    row(EventType.RESPONSE_MCP_CALL_COMPLETED, "item_id", INDEX);
    row(EventType.RESPONSE_MCP_CALL_FAILED, "item_id", INDEX, "error");
  }

  private void part(EventType type, String own) {
    row(type, "response_id", "item_id", INDEX, "content_index", own);
  }

  private void row(EventType type, String... own) {
    members.put(type, List.of(own));
  }

  @Override
  public ObjectNode write(Meaning meaning) {
    ObjectNode event = whole.write(meaning);
    EventType type = EventType.named(event.path("type").asString("")).orElseThrow();
    List<String> own = members.get(type);
    if (own == null) {
      throw new IllegalArgumentException(
          "'%s' is not documented; if it is now, add its row to DocumentedShape"
              .formatted(type.wire()));
    }
    ObjectNode cut = only(List.of("type", "event_id"), event);
    cut.setAll(only(own, event));
    within(cut, "session", SESSION);
    within(cut, "response", RESPONSE);
    if (cut.path("response") instanceof ObjectNode response) {
      within(response, "usage", USAGE);
      response.putIfAbsent("metadata", response.nullNode());
    }
    return cut;
  }

  private static void within(ObjectNode json, String key, List<String> kept) {
    if (json.path(key) instanceof ObjectNode inner) {
      json.set(key, only(kept, inner));
    }
  }

  private static ObjectNode only(List<String> keys, ObjectNode json) {
    ObjectNode kept = Frame.empty();
    for (String key : keys) {
      JsonNode value = json.get(key);
      if (value != null) {
        kept.set(key, value);
      }
    }
    return kept;
  }
}
