package dev.soundcheck.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tools as {@code session.update} declares them. */
final class Tools {
  private Tools() {}

  static ObjectNode declared(String name, ObjectNode parameters) {
    ObjectNode tool = JsonNodeFactory.instance.objectNode();
    tool.put("type", "function");
    tool.put("name", name);
    tool.put("description", "");
    tool.set("parameters", parameters);
    return tool;
  }

  /** An MCP server, at an address that nobody is asked at: the mock plays it. */
  static ObjectNode mcp(String label) {
    ObjectNode tool = JsonNodeFactory.instance.objectNode();
    tool.put("type", "mcp");
    tool.put("server_label", label);
    return tool.put("server_url", "https://mcp.example/mcp");
  }

  /** A search that the server runs, by its type on the wire. */
  static ObjectNode search(String type) {
    ObjectNode tool = JsonNodeFactory.instance.objectNode().put("type", type);
    if (type.equals("file_search")) {
      tool.putArray("vector_store_ids").add("vs_1");
    }
    return tool;
  }

  /** What lines call it: a function's name, a server's label, the type of a search. */
  static String nameOf(JsonNode tool) {
    return Stream.of(
            tool.path("name"),
            tool.path("function").path("name"),
            tool.path("server_label"),
            tool.path("type"))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .findFirst()
        .orElse("");
  }

  /** Parameters of a tool about which the scenario says nothing: any object. */
  static ObjectNode anyParameters() {
    ObjectNode parameters = JsonNodeFactory.instance.objectNode();
    parameters.put("type", "object");
    parameters.putObject("properties");
    return parameters;
  }

  /** All of both; of two with one name the second. */
  static ArrayNode joined(JsonNode first, JsonNode second) {
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    first.forEach(tool -> byName.put(nameOf(tool), tool));
    second.forEach(tool -> byName.put(nameOf(tool), tool));
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    byName.values().forEach(tool -> all.add(tool.deepCopy()));
    return all;
  }
}
