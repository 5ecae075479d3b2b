package dev.soundcheck.conformance.load;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a load has to know of an event of the server; read without building the event, since the one
 * who measures must cost less than the one who is measured.
 *
 * @param type its {@code type}; empty when it is no event
 * @param delta characters of its {@code delta}, 0 without one
 * @param code of an error, its {@code code} or {@code type}
 */
record Glance(String type, int delta, Optional<String> code) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Glance NONE = new Glance("", 0, Optional.empty());
  private static final int QUANTUM = 4;

  /** Looks at so many bytes of UTF-8 from the beginning. */
  static Glance at(byte[] bytes, int length) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, 0, length)) {
      return json.nextToken() == JsonToken.START_OBJECT ? members(json) : NONE;
    } catch (JacksonException notJson) {
      return NONE;
    }
  }

  /** How many bytes of sound the delta of an audio event stands for. */
  int soundBytes() {
    return delta / QUANTUM * 3;
  }

  private static Glance members(JsonParser json) {
    String type = "";
    int delta = 0;
    Optional<String> code = Optional.empty();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.VALUE_STRING && name.equals("type")) {
        type = json.getString();
      } else if (value == JsonToken.VALUE_STRING && name.equals("delta")) {
        delta = json.getStringLength();
      } else if (value == JsonToken.START_OBJECT && name.equals("error")) {
        code = code(json);
      } else {
        json.skipChildren();
      }
    }
    return new Glance(type, delta, code);
  }

  /** The {@code code} of an error, which the live service has; else its {@code type}. */
  private static Optional<String> code(JsonParser json) {
    Optional<String> code = Optional.empty();
    Optional<String> type = Optional.empty();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.VALUE_STRING && name.equals("code")) {
        code = Optional.of(json.getString());
      } else if (value == JsonToken.VALUE_STRING && name.equals("type")) {
        type = Optional.of(json.getString());
      } else {
        json.skipChildren();
      }
    }
    return code.isPresent() ? code : type;
  }
}
