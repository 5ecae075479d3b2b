package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Something that one side said, at its place in the trace.
 *
 * @param index its place among the events of its connection, from 0
 * @param line the line of the trace; its header is line 1
 * @param type what it is in the catalogue; empty for a name that nobody knows, for a binary frame
 *     and for what is no event
 * @param name its name; {@link #BINARY} and {@link #MALFORMED} for what has none
 * @param json the event; a missing node for what is none
 * @param sound how many bytes of sound it carries, decoded; empty when it carries none, or nobody
 *     can say
 */
public record Event(
    int index,
    int line,
    Duration at,
    int connection,
    Origin from,
    Optional<EventType> type,
    String name,
    JsonNode json,
    OptionalInt sound) {
  /** The name of a binary frame. */
  public static final String BINARY = "(binary)";

  /** The name of a text that is no event. */
  public static final String MALFORMED = "(malformed)";

  /** Whether it is one of these; a client that uses a server's name says something unknown. */
  public boolean is(EventType... types) {
    return type.filter(own -> Stream.of(types).anyMatch(own::equals)).isPresent();
  }

  /** Whether it carries sound: an append, a delta of sound, or a binary frame. */
  public boolean isSound() {
    return name.equals(BINARY)
        || is(EventType.INPUT_AUDIO_BUFFER_APPEND, EventType.RESPONSE_OUTPUT_AUDIO_DELTA);
  }

  /** The text at this JSON pointer; empty when there is none. */
  public String text(String pointer) {
    return json.at(pointer).asString("");
  }

  /** Which response it belongs to; empty when it says none. */
  public String responseId() {
    String named = text("/response_id");
    return named.isEmpty() ? text("/response/id") : named;
  }

  /** Which item it is about; empty when it says none. */
  public String itemId() {
    String named = text("/item_id");
    return named.isEmpty() ? text("/item/id") : named;
  }

  /** Its place. */
  public Where where() {
    return new Where(line, at, connection, from, name);
  }
}
