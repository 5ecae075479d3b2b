package dev.soundcheck.schemas;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Names values and kinds of values in plain words. */
final class Words {
  private static final int LONGEST = 60;

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "a string",
          "number", "a number",
          "integer", "a whole number",
          "boolean", "true or false",
          "object", "an object",
          "array", "an array",
          "null", "null");

  private Words() {}

  /** The kinds of value that a schema's {@code type} allows. */
  static String types(JsonNode type) {
    return type.isArray()
        ? type.valueStream().map(Words::type).collect(Collectors.joining(" or "))
        : type(type);
  }

  private static String type(JsonNode type) {
    return TYPES.getOrDefault(type.asString(), type.asString());
  }

  /** A value where its kind is what matters: {@code the number 42}. */
  static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "the string " + value(value);
      case NUMBER -> finite(value) ? "the number " + value(value) : value(value);
      default -> value(value);
    };
  }

  /** A value as it stands, shortened; objects and arrays only by size. */
  static String value(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> value.isEmpty() ? "an empty object" : "an object";
      case ARRAY -> value.isEmpty() ? "an empty array" : "an array of " + value.size();
      case STRING -> quoted(value.stringValue());
      case MISSING -> "nothing";
      case NUMBER -> finite(value) ? number(value.toString()) : "a number too large to hold";
      default -> value.toString();
    };
  }

  private static String number(String digits) {
    return digits.length() <= LONGEST
        ? digits
        : digits.substring(0, LONGEST) + "… (" + digits.length() + " digits)";
  }

  private static boolean finite(JsonNode number) {
    return !number.isDouble() || Double.isFinite(number.doubleValue());
  }

  /** Text in quotes, shortened, with control characters escaped. */
  static String quoted(String text) {
    if (text.length() <= LONGEST) {
      return Json.mapper().writeValueAsString(text);
    }
    String start = text.substring(0, LONGEST);
    return Json.mapper().writeValueAsString(start) + "… (" + text.length() + " characters)";
  }

  /** The values that an {@code enum} allows. */
  static String choice(JsonNode values) {
    List<String> words = values.valueStream().map(Words::value).toList();
    return words.size() > 2 ? "one of " + String.join(", ", words) : String.join(" or ", words);
  }
}
