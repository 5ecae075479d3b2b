package dev.soundcheck.server.session;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be answered, and how.
 *
 * @param metadata of {@code response.create}, where it had some
 * @param in what the turn put in
 * @param itemId the client's id for the first item, where it gave one
 */
record ReplyOrder(
    List<Intent.Part> parts,
    Optional<ObjectNode> metadata,
    UsageMeter.In in,
    Optional<String> itemId) {
  /** An answer to a turn. */
  static ReplyOrder answering(
      Intent.Answer answer, UsageMeter.In in, Optional<ObjectNode> metadata) {
    return new ReplyOrder(answer.parts(), metadata, in, Optional.empty());
  }

  /** Words that the client wants spoken as they are (live-behaviour.md 2.11). */
  static ReplyOrder forced(String words, Optional<String> itemId) {
    List<Intent.Part> parts = List.of(new Intent.Speech(words));
    return new ReplyOrder(parts, Optional.empty(), UsageMeter.In.NOTHING, itemId);
  }

  /** The metadata of a {@code response.create}, to be echoed if it was sent. */
  static Optional<ObjectNode> metadata(JsonNode create) {
    return create.path("response").path("metadata") instanceof ObjectNode metadata
        ? Optional.of(metadata)
        : Optional.empty();
  }
}
