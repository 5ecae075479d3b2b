package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Nearest;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of an order, read member by member; all mistakes are told together. Confined to one
 * caller.
 */
final class Body {
  private final ObjectNode json;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private record Mistake(String field, String expected, String found) {
    String text() {
      return "%s: expected %s, got %s".formatted(field, expected, found);
    }
  }

  private Body(ObjectNode json) {
    this.json = json;
  }

  /**
   * The body of a request; no body is an empty object.
   *
   * @throws RefusedException when it is no JSON object
   */
  static Body of(ApiRequest request) throws RefusedException {
    if (request.body().isBlank()) {
      return new Body(JsonNodeFactory.instance.objectNode());
    }
    Optional<JsonNode> read = Json.parse(request.body());
    if (read.isPresent() && read.get() instanceof ObjectNode object) {
      return new Body(object);
    }
    throw new RefusedException(
        ApiReply.refusal(
            400, "invalid-argument", "The body: expected a JSON object, got something else."));
  }

  /** All of it, whatever its members. */
  ObjectNode whole() {
    return json;
  }

  Optional<String> text(String field) {
    JsonNode value = value(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isString() || value.stringValue().isBlank()) {
      mistake(field, "a string that is not blank", value);
      return Optional.empty();
    }
    return Optional.of(value.stringValue());
  }

  /** A text that has to be there; empty text when it is not, which is a mistake. */
  String neededText(String field) {
    if (value(field).isMissingNode()) {
      missing(field, "a string that is not blank");
      return "";
    }
    return text(field).orElse("");
  }

  /** A whole number that has to be there. */
  long number(String field, long least, long most) {
    JsonNode value = value(field);
    boolean fits =
        value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= least
            && value.longValue() <= most;
    if (fits) {
      return value.longValue();
    }
    String expected = "a whole number from %d to %d".formatted(least, most);
    if (value.isMissingNode()) {
      missing(field, expected);
    } else {
      mistake(field, expected, value);
    }
    return least;
  }

  /** Texts by name; empty when there are none. */
  Map<String, String> texts(String field) {
    JsonNode value = value(field);
    Map<String, String> texts = new LinkedHashMap<>();
    if (!value.isMissingNode() && !value.isObject()) {
      mistake(field, "an object of strings", value);
    }
    for (Map.Entry<String, JsonNode> one : value.properties()) {
      if (one.getValue().isString()) {
        texts.put(one.getKey(), one.getValue().stringValue());
      } else {
        mistake(field + "." + one.getKey(), "a string", one.getValue());
      }
    }
    return texts;
  }

  /** One of these fields has to be given, and only one. */
  void oneOf(String... fields) {
    List<String> given = Arrays.stream(fields).filter(json::has).toList();
    if (given.size() != 1) {
      String names = String.join("' and '", fields);
      mistakes.add(
          new Mistake(
              fields[0],
              "one of '%s'".formatted(names),
              given.isEmpty() ? "none of them" : "'" + String.join("' and '", given) + "'"));
    }
  }

  /** Something that only its use has shown to be wrong. */
  RefusedException wrong(String field, String expected, String found) {
    mistakes.add(new Mistake(field, expected, found));
    return refusal();
  }

  /**
   * To be called when all has been read that there is to read.
   *
   * @throws RefusedException with every mistake; a member that nobody asked for is one
   */
  void check() throws RefusedException {
    for (String field : json.propertyNames()) {
      if (!asked.contains(field)) {
        String near = asked.isEmpty() ? "nothing" : "'" + Nearest.of(field, asked) + "' or nothing";
        mistakes.add(new Mistake(field, near, "a member that is not known here"));
      }
    }
    if (!mistakes.isEmpty()) {
      throw refusal();
    }
  }

  private RefusedException refusal() {
    String error = mistakes.stream().map(Mistake::text).collect(Collectors.joining("; "));
    ObjectNode reply =
        JsonNodeFactory.instance
            .objectNode()
            .put("code", "invalid-argument")
            .put("error", error + ".");
    var fields = reply.putArray("fields");
    mistakes.forEach(mistake -> fields.add(mistake.field()));
    return new RefusedException(ApiReply.json(400, reply));
  }

  private JsonNode value(String field) {
    asked.add(field);
    JsonNode value = json.path(field);
    return value.isNull() ? JsonNodeFactory.instance.missingNode() : value;
  }

  private void mistake(String field, String expected, JsonNode found) {
    mistakes.add(new Mistake(field, expected, found.toString()));
  }

  private void missing(String field, String expected) {
    mistakes.add(new Mistake(field, expected, "nothing"));
  }
}
