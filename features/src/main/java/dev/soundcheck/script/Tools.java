package dev.soundcheck.script;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The client's tools as {@code session.update} declares them. */
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
    first.forEach(tool -> byName.put(tool.path("name").asString(""), tool));
    second.forEach(tool -> byName.put(tool.path("name").asString(""), tool));
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    byName.values().forEach(tool -> all.add(tool.deepCopy()));
    return all;
  }
}
