package dev.soundcheck.schemas;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as everybody here reads and writes it: members keep their order, of a member given twice the
 * last counts, text behind the value is an error.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /** The one mapper; immutable, and safe for use by many threads. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** The value in this text; empty when the text is no JSON. */
  public static Optional<JsonNode> parse(String text) {
    try {
      JsonNode value = MAPPER.readTree(text);
      return value.isMissingNode() ? Optional.empty() : Optional.of(value);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }
}
