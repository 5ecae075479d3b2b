package dev.soundcheck.conformance.tool;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tool of the client.
 *
 * @param declaration as {@code session.update} tells the server of it (events.yaml, tools)
 * @param recipe where its outputs come from
 */
public record Tool(ObjectNode declaration, Recipe recipe) {
  /** One about which nothing but its name is known: it takes any object. */
  public static Tool named(String name, Recipe recipe) {
    ObjectNode any = JsonNodeFactory.instance.objectNode().put("type", "object");
    any.putObject("properties");
    return new Tool(declared(name, "", any), recipe);
  }

  public String name() {
    return declaration.path("name").asString("");
  }

  static ObjectNode declared(String name, String description, ObjectNode parameters) {
    ObjectNode tool = JsonNodeFactory.instance.objectNode();
    tool.put("type", "function").put("name", name).put("description", description);
    tool.set("parameters", parameters);
    return tool;
  }
}
