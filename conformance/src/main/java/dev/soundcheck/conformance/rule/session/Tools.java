package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.schemas.Profile;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Tools as they are sent, flat or nested, and as they are shown (live-behaviour.md 1.3). */
final class Tools {
  private static final List<String> MEMBERS = List.of("name", "description", "parameters");

  private Tools() {}

  /**
   * Whether these are shown: functions nested as captured, flat or nested elsewhere; of other tools
   * their kind. Strict clients are not shown all kinds (clients.md 6.5).
   */
  static boolean fit(JsonNode sent, JsonNode shown, Profile profile) {
    List<JsonNode> wanted = known(sent, profile);
    List<JsonNode> found = known(shown, profile);
    return wanted.size() == found.size()
        && IntStream.range(0, wanted.size())
            .allMatch(i -> fits(wanted.get(i), found.get(i), Shown.captured(profile)));
  }

  private static List<JsonNode> known(JsonNode tools, Profile profile) {
    return tools
        .valueStream()
        .filter(tool -> profile != Profile.OPENAI_GA || isFunction(tool))
        .toList();
  }

  private static boolean fits(JsonNode sent, JsonNode shown, boolean nested) {
    if (!isFunction(sent)) {
      return sent.path("type").equals(shown.path("type"));
    }
    return isFunction(shown)
        && (shown.has("function") || !nested)
        && MEMBERS.stream()
            .allMatch(member -> Shown.same(body(sent).path(member), body(shown).path(member)));
  }

  private static boolean isFunction(JsonNode tool) {
    return tool.path("type").asString("").equals("function");
  }

  private static JsonNode body(JsonNode tool) {
    return tool.has("function") ? tool.path("function") : tool;
  }
}
