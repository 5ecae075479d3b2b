package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as a scenario writes it, with places that are filled when it is played. */
final class Body {
  private static final Pattern WHOLE = Pattern.compile("\\{([^{}\"]*)\\}");

  private Body() {}

  /** With what was remembered in it; blanks stay, because they are compared. */
  static ObjectNode expected(ObjectNode written, Filling filling) {
    return object(written, filling, false);
  }

  /** With what was remembered in it, and examples in its blanks. */
  static ObjectNode sent(ObjectNode written, Filling filling) {
    return object(written, filling, true);
  }

  /** What stands alone in braces and is neither a blank nor one of the places in any text. */
  static List<String> names(JsonNode written) {
    List<String> names = new ArrayList<>();
    if (written.isString()) {
      alone(written)
          .filter(name -> Blank.in(written).isEmpty() && !Filling.OWN.contains(name))
          .ifPresent(names::add);
    }
    written.forEach(inner -> names.addAll(names(inner)));
    return names;
  }

  private static Optional<String> alone(JsonNode text) {
    Matcher whole = WHOLE.matcher(text.stringValue());
    return whole.matches() ? Optional.of(whole.group(1)) : Optional.empty();
  }

  private static ObjectNode object(ObjectNode written, Filling filling, boolean sent) {
    ObjectNode filled = JsonNodeFactory.instance.objectNode();
    for (var member : written.properties()) {
      JsonNode value = value(member.getValue(), filling, sent);
      if (!value.isMissingNode()) {
        filled.set(member.getKey(), value);
      }
    }
    return filled;
  }

  private static JsonNode value(JsonNode written, Filling filling, boolean sent) {
    if (written instanceof ObjectNode object) {
      return object(object, filling, sent);
    }
    if (written.isArray()) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode();
      written.forEach(element -> filled.add(value(element, filling, sent)));
      return filled;
    }
    return written.isString() ? text(written, filling, sent) : written;
  }

  private static JsonNode text(JsonNode written, Filling filling, boolean sent) {
    Optional<Blank> blank = Blank.in(written);
    if (blank.isPresent()) {
      return sent ? blank.get().example() : written;
    }
    Optional<JsonNode> remembered = alone(written).flatMap(filling::remembered);
    return remembered.orElseGet(
        () -> JsonNodeFactory.instance.stringNode(filling.into(written.stringValue())));
  }
}
