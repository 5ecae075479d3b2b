package dev.soundcheck.server.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tools as clients send them, flat or nested, and as the session shows them: functions nested. */
final class Tools {
  /** Names that the service keeps to itself (live-behaviour.md 2.14). */
  private static final Set<String> RESERVED =
      Set.of(
          "web_search",
          "browse_page",
          "x_keyword_search",
          "x_semantic_search",
          "x_user_search",
          "x_thread_fetch",
          "collections_search",
          "file_search");

  private static final List<String> PARTS = List.of("name", "description", "parameters");

  private Tools() {}

  /** All functions nested under {@code function}, everything else as it is. */
  static List<JsonNode> shown(JsonNode tools) {
    List<JsonNode> shown = new ArrayList<>();
    for (JsonNode tool : tools) {
      shown.add(isFunction(tool) ? nested(tool) : tool.deepCopy());
    }
    return List.copyOf(shown);
  }

  /** What is wrong with these tools, as param and words; empty when nothing is. */
  static List<Fault> faults(JsonNode tools) {
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < tools.size(); i++) {
      JsonNode tool = tools.get(i);
      if (isFunction(tool)) {
        check(
            body(tool).path("name").asString(""),
            "session.tools[%d].name".formatted(i),
            seen,
            faults);
      }
    }
    return faults;
  }

  /** One mistake: where, and what. */
  record Fault(String param, String message) {}

  private static void check(String name, String param, Set<String> seen, List<Fault> faults) {
    if (name.isBlank()) {
      faults.add(new Fault(param, "A function needs a name."));
    } else if (RESERVED.contains(name)) {
      faults.add(
          new Fault(
              param,
              "\"%s\" is the name of a tool of the server; choose another.".formatted(name)));
    } else if (!seen.add(name)) {
      faults.add(new Fault(param, "Two tools are named \"%s\".".formatted(name)));
    }
  }

  private static boolean isFunction(JsonNode tool) {
    return tool.path("type").asString("").equals("function");
  }

  private static JsonNode body(JsonNode tool) {
    return tool.has("function") ? tool.path("function") : tool;
  }

  private static ObjectNode nested(JsonNode tool) {
    ObjectNode function = JsonNodeFactory.instance.objectNode();
    JsonNode body = body(tool);
    for (String part : PARTS) {
      if (body.has(part)) {
        function.set(part, body.get(part).deepCopy());
      }
    }
    ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "function");
    return shown.set("function", function);
  }
}
