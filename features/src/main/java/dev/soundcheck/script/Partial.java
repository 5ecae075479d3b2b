package dev.soundcheck.script;

import tools.jackson.databind.JsonNode;

/** Whether JSON holds all that other JSON asks for; members that nobody asks for do not count. */
final class Partial {
  private Partial() {}

  static boolean matches(JsonNode asked, JsonNode found) {
    if (asked.isObject()) {
      return found.isObject()
          && asked.properties().stream()
              .allMatch(member -> matches(member.getValue(), found.path(member.getKey())));
    }
    if (asked.isArray()) {
      return found.isArray() && asked.size() == found.size() && allElements(asked, found);
    }
    if (asked.isNumber() && found.isNumber()) {
      return asked.decimalValue().compareTo(found.decimalValue()) == 0;
    }
    return asked.isNull() ? found.isNull() || found.isMissingNode() : asked.equals(found);
  }

  /** The same JSON, whatever the order of members and the way of writing numbers. */
  static boolean same(JsonNode one, JsonNode other) {
    return matches(one, other) && matches(other, one);
  }

  private static boolean allElements(JsonNode asked, JsonNode found) {
    for (int index = 0; index < asked.size(); index++) {
      if (!matches(asked.get(index), found.get(index))) {
        return false;
      }
    }
    return true;
  }
}
