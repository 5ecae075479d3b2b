package dev.soundcheck.script;

import dev.soundcheck.schemas.Numbers;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/** Whether JSON holds all that other JSON asks for; members that nobody asks for do not count. */
final class Partial {
  private Partial() {}

  static boolean matches(JsonNode asked, JsonNode found) {
    Optional<Blank> blank = Blank.in(asked);
    if (blank.isPresent()) {
      return blank.get().filledBy(found);
    }
    if (asked.isObject()) {
      return found.isObject()
          && asked.properties().stream()
              .allMatch(member -> matches(member.getValue(), found.path(member.getKey())));
    }
    if (asked.isArray()) {
      return found.isArray()
          && asked.size() == found.size()
          && pairs(asked, found, Partial::matches);
    }
    if (asked.isNumber() && found.isNumber()) {
      return Numbers.same(asked, found);
    }
    return asked.isNull() ? found.isNull() || found.isMissingNode() : asked.equals(found);
  }

  /** The same JSON, whatever the order of members and the way of writing numbers. */
  static boolean same(JsonNode asked, JsonNode found) {
    return matches(asked, found) && noMoreThan(asked, found);
  }

  private static boolean noMoreThan(JsonNode asked, JsonNode found) {
    if (asked.isObject()) {
      return found.properties().stream()
          .allMatch(
              member ->
                  member.getValue().isNull()
                      || (asked.has(member.getKey())
                          && noMoreThan(asked.get(member.getKey()), member.getValue())));
    }
    if (asked.isArray()) {
      return pairs(asked, found, Partial::noMoreThan);
    }
    return true;
  }

  private static boolean pairs(
      JsonNode asked, JsonNode found, BiPredicate<JsonNode, JsonNode> compared) {
    for (int index = 0; index < asked.size(); index++) {
      if (!compared.test(asked.get(index), found.get(index))) {
        return false;
      }
    }
    return true;
  }
}
