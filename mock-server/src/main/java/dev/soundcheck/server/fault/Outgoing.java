package dev.soundcheck.server.fault;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** Something on its way out of a connection. */
public sealed interface Outgoing {
  /** The event it is, by its name on the wire; empty when it is none. */
  default String type() {
    return "";
  }

  /** How many bytes it takes on the wire, about. */
  default int size() {
    return 0;
  }

  /**
   * An event.
   *
   * @param padded bytes that its text has at least, white space being added
   * @param frames how many frames it is cut into
   */
  record Event(ObjectNode json, int padded, int frames) implements Outgoing {
    public Event(ObjectNode json) {
      this(json, 0, 1);
    }

    @Override
    public String type() {
      return json.path("type").asString("");
    }

    @Override
    public int size() {
      return Math.max(padded, Json.text(json).length());
    }

    /** The event as text, with the white space that it is to have. */
    public String text() {
      String text = Json.text(json);
      return text.length() < padded ? text + " ".repeat(padded - text.length()) : text;
    }

    /** The same in bytes. */
    public byte[] utf8() {
      return padded == 0 ? Json.utf8(json) : text().getBytes(StandardCharsets.UTF_8);
    }

    Event with(ObjectNode other) {
      return new Event(other, padded, frames);
    }
  }

  /** Sound of an answer as a binary message; it counts as the event that it stands for. */
  @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
  record Sound(byte[] bytes) implements Outgoing {
    @Override
    public String type() {
      return EventType.RESPONSE_OUTPUT_AUDIO_DELTA.wire();
    }

    @Override
    public int size() {
      return bytes.length;
    }
  }

  /** A text that is no event any more. */
  record Broken(String text, String why) implements Outgoing {
    @Override
    public int size() {
      return text.length();
    }
  }

  /** The connection is closed. */
  record Close(int code, String reason) implements Outgoing {}

  /** The connection ends with a TCP reset. */
  record Reset() implements Outgoing {}

  /** Nothing is read or sent any more, and the connection stays. */
  record Freeze() implements Outgoing {}
}
