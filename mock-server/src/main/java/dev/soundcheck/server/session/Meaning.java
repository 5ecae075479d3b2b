package dev.soundcheck.server.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Something the server says, before it is written in any profile's way. */
public sealed interface Meaning extends Output {
  /** The id that the event carries on the wire. */
  String eventId();

  /** {@code session.created}: the session as it is before any update. */
  record SessionCreated(String eventId, String sessionId, Configuration session)
      implements Meaning {}

  /** {@code conversation.created}. */
  record ConversationCreated(String eventId, String conversationId) implements Meaning {}

  /** {@code ping}. */
  record Pinged(String eventId, Instant at) implements Meaning {}

  /** {@code session.updated}: the session with everything merged. */
  record SessionUpdated(String eventId, Configuration session) implements Meaning {}

  /** {@code input_audio_buffer.speech_started}. */
  record SpeechStarted(String eventId, String itemId, Duration at) implements Meaning {}

  /** {@code input_audio_buffer.speech_stopped}. */
  record SpeechStopped(String eventId, String itemId, Duration at) implements Meaning {}

  /** {@code input_audio_buffer.committed}; the previous item is the user's one before. */
  record Committed(String eventId, String itemId, Optional<String> previousItemId)
      implements Meaning {}

  /**
   * {@code input_audio_buffer.timeout_triggered}: the user said nothing between these two places in
   * the sound; the previous item is the user's last.
   */
  record TimeoutTriggered(
      String eventId, String itemId, Optional<String> previousItemId, Duration from, Duration to)
      implements Meaning {}

  /** {@code input_audio_buffer.cleared}. */
  record Cleared(String eventId) implements Meaning {}

  /** {@code conversation.item.added}. */
  record ItemAdded(String eventId, Item item, Optional<String> previousItemId) implements Meaning {}

  /** {@code conversation.item.added} for what an earlier connection said. */
  record ItemReplayed(String eventId, Item item, Optional<String> previousItemId)
      implements Meaning {}

  /** {@code conversation.item.retrieved}. */
  record ItemRetrieved(String eventId, Item item) implements Meaning {}

  /** {@code conversation.item.deleted}. */
  record ItemDeleted(String eventId, String itemId) implements Meaning {}

  /** {@code conversation.item.truncated}; the transcript is what remains. */
  record ItemTruncated(
      String eventId, String itemId, int contentIndex, long audioEndMs, String transcript)
      implements Meaning {}

  /** {@code conversation.item.input_audio_transcription.updated}: all words so far. */
  record TranscriptUpdated(String eventId, String itemId, String transcript) implements Meaning {}

  /**
   * {@code conversation.item.input_audio_transcription.completed}, in progress or for good.
   *
   * @param lasting how long the speech was
   */
  record TranscriptCompleted(
      String eventId, String itemId, String transcript, Item.Status status, Duration lasting)
      implements Meaning {}

  /** {@code response.created}. */
  record ResponseCreated(String eventId, String responseId, Optional<ObjectNode> metadata)
      implements Meaning {}

  /** {@code response.output_item.added}. */
  record OutputItemAdded(String eventId, String responseId, Item item) implements Meaning {}

  /** {@code response.output_item.done}. */
  record OutputItemDone(String eventId, String responseId, Item item) implements Meaning {}

  /** {@code response.content_part.added}. */
  record PartAdded(String eventId, String responseId, String itemId, Item.Content.Form form)
      implements Meaning {}

  /** {@code response.content_part.done}. */
  record PartDone(
      String eventId, String responseId, String itemId, Item.Content.Form form, String words)
      implements Meaning {}

  /** {@code response.output_text.delta}. */
  record TextDelta(String eventId, String responseId, String itemId, String words)
      implements Meaning {}

  /**
   * {@code response.output_audio.delta}.
   *
   * @param rid the transcript delta that this sound belongs to
   * @param latency from the beginning of the response, only with its first sound
   * @param binary whether the client wants the bytes as a binary frame instead
   */
  record AudioDelta(
      String eventId,
      String responseId,
      String itemId,
      AudioBytes audio,
      String rid,
      Optional<Duration> latency,
      Duration lasting,
      Instant at,
      boolean binary)
      implements Meaning {}

  /** {@code response.output_audio.done}. */
  record AudioDone(String eventId, String responseId, String itemId) implements Meaning {}

  /** {@code response.output_audio_transcript.delta}; its {@code rid} is its event id. */
  record TranscriptDelta(
      String eventId, String responseId, String itemId, String words, double startTime)
      implements Meaning {}

  /** {@code response.output_audio_transcript.done}. */
  record TranscriptDone(String eventId, String responseId, String itemId, String transcript)
      implements Meaning {}

  /** {@code response.function_call_arguments.delta}: all arguments at once. */
  record ArgumentsDelta(String eventId, String responseId, Item.Call call) implements Meaning {}

  /** {@code response.function_call_arguments.done}. */
  record ArgumentsDone(String eventId, String responseId, Item.Call call) implements Meaning {}

  /** {@code input_audio_buffer.dtmf_event_received}. */
  record KeyPressed(String eventId, String key, Instant at) implements Meaning {}

  /** {@code mcp_list_tools.in_progress}, {@code completed} and {@code failed}. */
  record McpToolsListed(
      String eventId, String itemId, Mcp.Progress progress, Optional<Mcp.Failure> failure)
      implements Meaning {}

  /** {@code response.mcp_call_arguments.delta}: all arguments at once. */
  record McpArgumentsDelta(String eventId, String responseId, Mcp.Call call) implements Meaning {}

  /** {@code response.mcp_call_arguments.done}. */
  record McpArgumentsDone(String eventId, String responseId, Mcp.Call call) implements Meaning {}

  /** {@code response.mcp_call.in_progress}, {@code completed} and {@code failed}. */
  record McpCalled(
      String eventId, String itemId, Mcp.Progress progress, Optional<Mcp.Failure> failure)
      implements Meaning {}

  /** {@code response.done}. */
  record ResponseDone(
      String eventId,
      String responseId,
      Item.Status status,
      List<Item> output,
      Optional<ObjectNode> metadata,
      Usage usage)
      implements Meaning {
    public ResponseDone {
      output = List.copyOf(output);
    }
  }

  /** {@code response.done} of one that failed because there are too many sessions. */
  record TooManySessions(String eventId, String responseId, int limit) implements Meaning {
    /** In the words of the service (live-behaviour.md 5.3). */
    public String message() {
      return "Too many concurrent sessions. Limit is %d.".formatted(limit);
    }
  }

  /** {@code error}. */
  record Refused(String eventId, Refusal refusal) implements Meaning {}
}
