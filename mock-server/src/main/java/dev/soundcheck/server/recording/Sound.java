package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.AudioDigest;
import dev.soundcheck.schemas.Observed;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How much sound something carries. */
public enum Sound {
  /** In bytes of sound. */
  BYTES,
  /** In messages, where a trace holds only the beginning of each piece of sound. */
  PIECES;

  static final String APPEND = "input_audio_buffer.append";

  long amount(Observed seen) {
    if (seen instanceof Observed.Binary binary) {
      return this == PIECES
          ? 1
          : binary.hashed().map(AudioDigest::bytes).orElse(binary.bytes().length);
    }
    if (seen instanceof Observed.Message message) {
      if (this == BYTES && !message.hashed().isEmpty()) {
        return message.hashed().values().stream().mapToLong(AudioDigest::bytes).sum();
      }
      JsonNode sound = message.json().path(member(message.type()));
      return this == PIECES && sound.isString() ? 1 : decoded(sound.asString(""));
    }
    return 0;
  }

  /** The event with silence where its sound was not kept. */
  public static Observed.Message whole(Observed.Message message) {
    if (message.hashed().isEmpty() || !(message.json().deepCopy() instanceof ObjectNode copy)) {
      return message;
    }
    message
        .hashed()
        .forEach(
            (pointer, digest) -> {
              JsonPointer place = JsonPointer.compile(pointer);
              String member = place.last().getMatchingProperty();
              if (copy.at(place.head()) instanceof ObjectNode holder) {
                holder.put(member, new byte[digest.bytes()]);
              }
            });
    return new Observed.Message(
        message.at(), message.connection(), message.from(), message.type(), copy);
  }

  /** The bytes of a frame, or silence where they were not kept. */
  static byte[] bytes(Observed.Binary binary) {
    return binary.hashed().map(digest -> new byte[digest.bytes()]).orElse(binary.bytes());
  }

  /** Whether the strings of such an event are sound, in which no id can stand. */
  static boolean carriedBy(String type) {
    return !member(type).isEmpty();
  }

  private static String member(String type) {
    return switch (type) {
      case APPEND -> "audio";
      case "response.output_audio.delta", "response.audio.delta" -> "delta";
      default -> "";
    };
  }

  private static long decoded(String base64) {
    int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
    return base64.length() * 3L / 4 - padding;
  }
}
