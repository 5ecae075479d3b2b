package dev.soundcheck.schemas;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as everybody here reads and writes it: members keep their order, of a member given twice the
 * last counts, text behind the value is an error.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** The one mapper; immutable, and safe for use by many threads. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** The value on one line; what {@code toString} gives, at less cost. */
  public static String text(JsonNode value) {
    return MAPPER.writeValueAsString(value);
  }

  /** The value on one line, in UTF-8; half of a character that has two is written as an escape. */
  public static byte[] utf8(JsonNode value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /**
   * The object in these bytes where it has nothing but strings of plain ASCII, as a chunk of sound
   * has; much faster than a parser. Empty for everything else, which may be JSON all the same.
   */
  public static Optional<ObjectNode> plain(byte[] utf8) {
    return PlainObject.read(utf8);
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
