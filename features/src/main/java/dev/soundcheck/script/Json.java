package dev.soundcheck.script;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as scenarios hold it. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /**
   * One JSON value.
   *
   * @throws tools.jackson.core.JacksonException with the place of the mistake
   */
  static JsonNode parsed(String text) {
    return MAPPER.readTree(text);
  }
}
