package dev.soundcheck.server.fault;

import dev.soundcheck.schemas.EventType;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What deltas carry, sound as base64 or text, taken apart and put together. */
final class Deltas {
  private static final String DELTA = "delta";
  private static final String LENGTH = "audio_duration_ms";
  private static final int SAMPLE = 2;

  private Deltas() {}

  static boolean audio(ObjectNode event) {
    return event.path("type").asString("").equals(EventType.RESPONSE_OUTPUT_AUDIO_DELTA.wire());
  }

  static byte[] bytes(ObjectNode event) {
    return Base64.getDecoder().decode(event.path(DELTA).asString(""));
  }

  static ObjectNode with(ObjectNode event, byte[] bytes) {
    return event.deepCopy().put(DELTA, Base64.getEncoder().encodeToString(bytes));
  }

  /** A delta with one of so many equal parts of what it carries, sound in whole samples. */
  static ObjectNode part(ObjectNode event, int part, int parts) {
    if (!audio(event)) {
      String text = event.path(DELTA).asString("");
      return event
          .deepCopy()
          .put(DELTA, text.substring(at(text, part, parts), at(text, part + 1, parts)));
    }
    byte[] piece = part(bytes(event), part, parts);
    ObjectNode delta = with(event, piece);
    return lasting(delta, event, (double) piece.length / Math.max(1, bytes(event).length));
  }

  static byte[] part(byte[] bytes, int part, int parts) {
    int samples = bytes.length / SAMPLE;
    int from = samples * part / parts * SAMPLE;
    int to = part + 1 == parts ? bytes.length : samples * (part + 1) / parts * SAMPLE;
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** The first with what all carry. */
  static ObjectNode joined(List<ObjectNode> events) {
    ObjectNode first = events.get(0);
    if (!audio(first)) {
      String text =
          events.stream().map(one -> one.path(DELTA).asString("")).collect(Collectors.joining());
      return first.deepCopy().put(DELTA, text);
    }
    byte[] all = joinedBytes(events.stream().map(Deltas::bytes).toList());
    int length = events.stream().mapToInt(one -> one.path(LENGTH).asInt(0)).sum();
    ObjectNode delta = with(first, all);
    return first.has(LENGTH) ? delta.put(LENGTH, length) : delta;
  }

  static byte[] joinedBytes(List<byte[]> pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static ObjectNode lasting(ObjectNode delta, ObjectNode whole, double share) {
    return whole.has(LENGTH)
        ? delta.put(LENGTH, Math.round(whole.path(LENGTH).asInt(0) * share))
        : delta;
  }

  /** Where a part of a text begins, never within a character. */
  private static int at(String text, int part, int parts) {
    int characters = text.codePointCount(0, text.length());
    return text.offsetByCodePoints(0, characters * part / parts);
  }
}
