package dev.soundcheck.schemas;

import static dev.soundcheck.schemas.Origin.CLIENT;
import static dev.soundcheck.schemas.Origin.SERVER;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every event of the protocol by its name on the wire: those that the vendor lists (events.yaml),
 * and the pair that only {@link Profile#OPENAI_GA} has (decisions.md "Errors"). A name that is not
 * here is data, not an error.
 */
public enum EventType {
  SESSION_UPDATE("session.update", CLIENT),
  INPUT_AUDIO_BUFFER_APPEND("input_audio_buffer.append", CLIENT),
  INPUT_AUDIO_BUFFER_COMMIT("input_audio_buffer.commit", CLIENT),
  INPUT_AUDIO_BUFFER_CLEAR("input_audio_buffer.clear", CLIENT),
  CONVERSATION_ITEM_CREATE("conversation.item.create", CLIENT),
  CONVERSATION_ITEM_DELETE("conversation.item.delete", CLIENT),
  CONVERSATION_ITEM_TRUNCATE("conversation.item.truncate", CLIENT),
  CONVERSATION_ITEM_RETRIEVE("conversation.item.retrieve", CLIENT),
  RESPONSE_CREATE("response.create", CLIENT),
  RESPONSE_CANCEL("response.cancel", CLIENT),
  SESSION_CREATED("session.created", SERVER),
  CONVERSATION_CREATED("conversation.created", SERVER),
  SESSION_UPDATED("session.updated", SERVER),
  PING("ping", SERVER),
  INPUT_AUDIO_BUFFER_SPEECH_STARTED("input_audio_buffer.speech_started", SERVER),
  INPUT_AUDIO_BUFFER_SPEECH_STOPPED("input_audio_buffer.speech_stopped", SERVER),
  INPUT_AUDIO_BUFFER_COMMITTED("input_audio_buffer.committed", SERVER),
  INPUT_AUDIO_BUFFER_CLEARED("input_audio_buffer.cleared", SERVER),
  INPUT_AUDIO_BUFFER_TIMEOUT_TRIGGERED("input_audio_buffer.timeout_triggered", SERVER),
  INPUT_AUDIO_BUFFER_DTMF_EVENT_RECEIVED("input_audio_buffer.dtmf_event_received", SERVER),
  CONVERSATION_ITEM_ADDED("conversation.item.added", SERVER),
  CONVERSATION_ITEM_CREATED("conversation.item.created", SERVER),
  CONVERSATION_ITEM_DELETED("conversation.item.deleted", SERVER),
  CONVERSATION_ITEM_TRUNCATED("conversation.item.truncated", SERVER),
  CONVERSATION_ITEM_RETRIEVED("conversation.item.retrieved", SERVER),
  CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED(
      "conversation.item.input_audio_transcription.updated", SERVER),
  CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED(
      "conversation.item.input_audio_transcription.completed", SERVER),
  RESPONSE_CREATED("response.created", SERVER),
  RESPONSE_OUTPUT_ITEM_ADDED("response.output_item.added", SERVER),
  RESPONSE_OUTPUT_ITEM_DONE("response.output_item.done", SERVER),
  RESPONSE_CONTENT_PART_ADDED("response.content_part.added", SERVER),
  RESPONSE_CONTENT_PART_DONE("response.content_part.done", SERVER),
  RESPONSE_OUTPUT_AUDIO_DELTA("response.output_audio.delta", SERVER),
  RESPONSE_OUTPUT_AUDIO_DONE("response.output_audio.done", SERVER),
  RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA("response.output_audio_transcript.delta", SERVER),
  RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE("response.output_audio_transcript.done", SERVER),
  RESPONSE_TEXT_DELTA("response.text.delta", SERVER),
  RESPONSE_OUTPUT_TEXT_DELTA("response.output_text.delta", SERVER),
  RESPONSE_FUNCTION_CALL_ARGUMENTS_DELTA("response.function_call_arguments.delta", SERVER),
  RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE("response.function_call_arguments.done", SERVER),
  MCP_LIST_TOOLS_IN_PROGRESS("mcp_list_tools.in_progress", SERVER),
  MCP_LIST_TOOLS_COMPLETED("mcp_list_tools.completed", SERVER),
  MCP_LIST_TOOLS_FAILED("mcp_list_tools.failed", SERVER),
  RESPONSE_MCP_CALL_ARGUMENTS_DELTA("response.mcp_call_arguments.delta", SERVER),
  RESPONSE_MCP_CALL_ARGUMENTS_DONE("response.mcp_call_arguments.done", SERVER),
  RESPONSE_MCP_CALL_IN_PROGRESS("response.mcp_call.in_progress", SERVER),
  RESPONSE_MCP_CALL_COMPLETED("response.mcp_call.completed", SERVER),
  RESPONSE_MCP_CALL_FAILED("response.mcp_call.failed", SERVER),
  RESPONSE_DONE("response.done", SERVER),
  ERROR("error", SERVER);

  private static final Map<String, EventType> BY_WIRE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::wire, Function.identity()));

  private final String wire;
  private final Origin origin;

  EventType(String wire, Origin origin) {
    this.wire = wire;
    this.origin = origin;
  }

  /** The name as it stands in {@code "type"}. */
  public String wire() {
    return wire;
  }

  /** Who sends it; the other side refuses it, or calls it unknown. */
  public Origin origin() {
    return origin;
  }

  /** The event of this name, if the protocol has one. */
  public static Optional<EventType> named(String wire) {
    return Optional.ofNullable(BY_WIRE.get(wire));
  }
}
