package dev.soundcheck.server.session;

/**
 * The codes of errors that clients look at (clients.md 10.3). The live service's own were not
 * recorded, so they are a setting.
 *
 * @param activeResponse {@code response.create} while an answer is under way
 * @param nothingToCancel {@code response.cancel} while none is
 * @param emptyCommit a commit without speech, where that is refused at all
 * @param unknownItem an item that is not in the conversation
 * @param unknownCall a tool output whose call is not in the conversation
 * @param unsupportedFormat a sound format that is not spoken here
 */
public record ErrorCodes(
    String activeResponse,
    String nothingToCancel,
    String emptyCommit,
    String unknownItem,
    String unknownCall,
    String unsupportedFormat) {
  /** The codes that clients written for other services know. */
  public static final ErrorCodes DEFAULT =
      new ErrorCodes(
          "conversation_already_has_active_response",
          "response_cancel_not_active",
          "input_audio_buffer_commit_empty",
          "item_not_found",
          "invalid_tool_call_id",
          "invalid_audio_format");
}
