package dev.soundcheck.conformance.rule.error;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Settings;
import dev.soundcheck.conformance.rule.Settings.Direction;
import dev.soundcheck.schemas.EventType;

/** Which events of a client are right beyond doubt. */
final class Innocence {
  private Innocence() {}

  /** Whether nothing can be wrong with it. */
  static boolean of(Connection connection, Event event) {
    boolean plain =
        event.name().equals("pong")
            || event.is(EventType.INPUT_AUDIO_BUFFER_CLEAR, EventType.INPUT_AUDIO_BUFFER_COMMIT);
    boolean asks = event.is(EventType.RESPONSE_CREATE) && !event.json().has("response");
    return plain
        || isWholeSound(connection, event)
        || (asks && neverActive(connection, event))
        || isTyped(event);
  }

  /** Sound whose bytes can be right only in a format of whole samples is left out. */
  private static boolean isWholeSound(Connection connection, Event event) {
    Settings settings = connection.asked(event);
    boolean counted = settings.encoding(Direction.INPUT).matches("audio/pcm[ua]?");
    boolean base64 = event.text("/audio").matches("[A-Za-z0-9+/]*={0,2}");
    return event.isSound() && counted && base64 && event.sound().orElse(1) % 2 == 0;
  }

  private static boolean neverActive(Connection connection, Event event) {
    return connection.responses().stream()
        .allMatch(
            response -> response.done().filter(done -> done.index() < event.index()).isPresent());
  }

  private static boolean isTyped(Event event) {
    boolean words =
        !event.text("/item/content/0/text").isBlank()
            && event.json().at("/item/content").size() == 1
            && event.text("/item/content/0/type").equals("input_text");
    boolean placed = event.json().has("previous_item_id") || event.json().path("item").has("id");
    return event.is(EventType.CONVERSATION_ITEM_CREATE)
        && words
        && event.text("/item/type").equals("message")
        && event.text("/item/role").equals("user")
        && !placed;
  }
}
