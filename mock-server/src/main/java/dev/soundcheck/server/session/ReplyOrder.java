package dev.soundcheck.server.session;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be answered, and how.
 *
 * @param wish the {@code response} of a {@code response.create}, where there was one
 * @param in what the turn put in
 * @param itemId the client's id for the first item, where it gave one
 * @param voice in which it is spoken; empty for that of the session
 */
record ReplyOrder(
    List<Intent.Part> parts,
    Optional<ObjectNode> wish,
    UsageMeter.In in,
    Optional<String> itemId,
    Optional<String> voice) {
  /** An answer to a turn. */
  static ReplyOrder answering(Intent.Answer answer, UsageMeter.In in, Optional<ObjectNode> wish) {
    return new ReplyOrder(answer.parts(), wish, in, Optional.empty(), Optional.empty());
  }

  /** Words that the client wants spoken as they are (live-behaviour.md 2.11). */
  static ReplyOrder forced(String words, Optional<String> itemId, Optional<String> voice) {
    List<Intent.Part> parts = List.of(new Intent.Speech(words));
    return new ReplyOrder(parts, Optional.empty(), UsageMeter.In.NOTHING, itemId, voice);
  }

  /** What a {@code response.create} says about its answer. */
  static Optional<ObjectNode> wish(JsonNode create) {
    return create.path("response") instanceof ObjectNode wish
        ? Optional.of(wish)
        : Optional.empty();
  }

  /** To be echoed if it was sent. */
  Optional<ObjectNode> metadata() {
    return wish.flatMap(
        sent ->
            sent.path("metadata") instanceof ObjectNode metadata
                ? Optional.of(metadata)
                : Optional.empty());
  }

  /** Whether this one answer is to be written; empty leaves it to the session. */
  Optional<Boolean> textOnly() {
    return wish.flatMap(Modalities::textOnly);
  }
}
