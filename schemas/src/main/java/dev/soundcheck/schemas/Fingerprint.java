package dev.soundcheck.schemas;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the contract can see of an event, in 64 bits: all names, all kinds of values, and those
 * values themselves that tell something.
 */
final class Fingerprint {
  private static final long START = 0x9E3779B97F4A7C15L;
  private static final long FACTOR = 0xD6E8FEB86659FD93L;
  private static final int FOLD = 32;

  private final TellingNames telling;

  Fingerprint(TellingNames telling) {
    this.telling = telling;
  }

  /** Equal for two events of which the contract says the same; else different, but for luck. */
  long of(JsonNode event) {
    return value(START, event, "", "");
  }

  private long value(long before, JsonNode value, String object, String name) {
    return switch (value.getNodeType()) {
      case OBJECT -> members(before, value, name);
      case ARRAY -> elements(before, value, object, name);
      case STRING ->
          telling.tells(object, name)
              ? text(mix(before, 's'), value.stringValue())
              : mix(before, 'S');
      case NUMBER -> number(before, value, object, name);
      case BOOLEAN -> mix(before, value.booleanValue() ? 't' : 'f');
      case NULL -> mix(before, '0');
      default -> text(mix(before, '?'), value.toString());
    };
  }

  private long members(long before, JsonNode object, String name) {
    long print = mix(before, '{');
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      print = text(print, member.getKey());
      print = value(print, member.getValue(), name, member.getKey());
    }
    return mix(print, '}');
  }

  private long elements(long before, JsonNode array, String object, String name) {
    long print = mix(before, '[');
    for (JsonNode element : array) {
      print = value(print, element, object, name);
    }
    return mix(print, ']');
  }

  /** A number with a fraction may still be a whole one, so it always tells. */
  private long number(long before, JsonNode value, String object, String name) {
    boolean plain = value.isIntegralNumber() && !telling.tells(object, name);
    return plain ? mix(before, 'I') : text(mix(before, 'n'), value.asString());
  }

  private static long text(long before, String text) {
    long print = mix(before, text.length());
    for (int i = 0; i < text.length(); i++) {
      print = (print ^ text.charAt(i)) * FACTOR;
    }
    return print ^ print >>> FOLD;
  }

  private static long mix(long before, long more) {
    long print = (before ^ more) * FACTOR;
    return print ^ print >>> FOLD;
  }
}
