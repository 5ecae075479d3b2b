package dev.soundcheck.conformance.selftest;

import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a broken peer says things on one connection. */
public interface Mouth {
  /** Says it as a text. */
  void text(String raw);

  /** Says it as a binary frame. */
  void binary(byte[] sound);

  /** Closes the connection with this code; without a word when it is 1006. */
  void leave(int code, String reason);

  /** Does this a while from now, unless the connection is over. */
  void after(Duration later, Runnable work);

  /** Says this event. */
  default void say(JsonNode event) {
    text(event.toString());
  }

  /** Says the event of this JSON, in which single quotes stand for double ones. */
  default void say(String json) {
    text(json.replace('\'', '"'));
  }

  /** Says this event a while from now, as it is now. */
  default void sayLater(Duration later, ObjectNode event) {
    String text = event.toString();
    after(later, () -> text(text));
  }
}
