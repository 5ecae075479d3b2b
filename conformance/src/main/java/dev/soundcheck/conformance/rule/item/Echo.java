package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.schemas.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What of a created item has to come back: all that the client gave. The arguments of a call may be
 * lost (live-behaviour.md 1.4), and strict clients of OpenAI's protocol know other names of parts
 * (clients.md 6.3).
 */
record Echo(Profile profile) {
  /** The first member that did not come back as it was sent. */
  Optional<String> difference(Event create, Event added) {
    JsonNode asked = create.json().path("item");
    JsonNode told = added.json().path("item");
    return Stream.of("type", "id", "role", "call_id", "name", "output", "arguments")
        .filter(member -> differs(asked.path(member), told.path(member), member))
        .map(member -> "%s %s".formatted(member, told.path(member)))
        .findFirst()
        .or(() -> content(asked.path("content"), told.path("content")));
  }

  private static boolean differs(JsonNode asked, JsonNode told, String member) {
    boolean lost = member.equals("arguments") && told.asString("").isEmpty();
    return asked.isString() && !lost && !asked.equals(told);
  }

  private Optional<String> content(JsonNode asked, JsonNode told) {
    for (int i = 0; i < asked.size(); i++) {
      if (differs(asked.path(i), told.path(i))) {
        return Optional.of("content[%d] %s".formatted(i, told.path(i)));
      }
    }
    return Optional.empty();
  }

  private boolean differs(JsonNode asked, JsonNode told) {
    List<String> members = profile == Profile.OPENAI_GA ? List.of("text") : List.of("text", "type");
    return members.stream()
        .anyMatch(
            member ->
                asked.path(member).isString() && !asked.path(member).equals(told.path(member)));
  }

  /** Whether this may be the other, with something lost. */
  static boolean sameKind(Event create, Event added) {
    return Stream.of("/item/type", "/item/role")
        .filter(pointer -> !create.text(pointer).isEmpty())
        .allMatch(pointer -> create.text(pointer).equals(added.text(pointer)));
  }
}
