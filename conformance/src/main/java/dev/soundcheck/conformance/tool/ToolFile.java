package dev.soundcheck.conformance.tool;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Nearest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tools out of a JSON file: an object with a member for each. Its value is the output itself as a
 * string, or an object with {@code output} (text, or JSON to be written as text) or {@code command}
 * (words, or a text of them), and with what the server is told: {@code description} and {@code
 * parameters}.
 */
public final class ToolFile {
  private static final List<String> MEMBERS =
      List.of("description", "parameters", "output", "command");

  private final Path file;
  private final List<String> mistakes;

  private ToolFile(Path file, List<String> mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  /** Reads it; adds what is wrong with it. */
  public static List<Tool> read(Path file, List<String> mistakes) {
    return new ToolFile(file, mistakes).tools();
  }

  private List<Tool> tools() {
    Optional<JsonNode> json = json();
    List<Tool> tools = new ArrayList<>();
    if (json.isPresent() && !json.get().isObject()) {
      wrong("expected an object with a member for each tool", json.get());
    } else {
      json.ifPresent(
          all ->
              all.properties()
                  .forEach(it -> tool(it.getKey(), it.getValue()).ifPresent(tools::add)));
    }
    return tools;
  }

  private Optional<JsonNode> json() {
    if (!Files.isRegularFile(file)) {
      mistakes.add("--tools: there is no file '%s'.".formatted(file));
      return Optional.empty();
    }
    try {
      Optional<JsonNode> json = Json.parse(Files.readString(file));
      if (json.isEmpty()) {
        mistakes.add("%s: expected JSON, but it cannot be read as such.".formatted(file));
      }
      return json;
    } catch (CharacterCodingException noText) {
      mistakes.add(
          "%s: expected text in UTF-8, found bytes that are none; save it in UTF-8."
              .formatted(file));
      return Optional.empty();
    } catch (IOException unreadable) {
      mistakes.add("%s: cannot be read: %s.".formatted(file, unreadable.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Tool> tool(String name, JsonNode said) {
    if (said.isString()) {
      return Optional.of(Tool.named(name, new Recipe.Fixed(said.stringValue())));
    }
    if (!said.isObject()) {
      wrong(name + ": expected a string or an object", said);
      return Optional.empty();
    }
    said.propertyNames().stream()
        .filter(member -> !MEMBERS.contains(member))
        .forEach(
            member ->
                mistakes.add(
                    "%s: %s: unknown member '%s'. Did you mean '%s'?"
                        .formatted(file, name, member, Nearest.of(member, MEMBERS))));
    ObjectNode declaration =
        Tool.declared(name, text(name, said.path("description")), parameters(name, said));
    return recipe(name, said).map(recipe -> new Tool(declaration, recipe));
  }

  private Optional<Recipe> recipe(String name, JsonNode said) {
    if (said.has("output") == said.has("command")) {
      wrong(name + ": expected either 'output' or 'command'", said);
      return Optional.empty();
    }
    if (said.has("output")) {
      JsonNode output = said.path("output");
      return Optional.of(
          new Recipe.Fixed(output.isString() ? output.stringValue() : output.toString()));
    }
    JsonNode command = said.path("command");
    if (command.isString()) {
      return Recipes.command(command.stringValue(), file + ": " + name, mistakes);
    }
    if (command.isArray()
        && !command.isEmpty()
        && command.valueStream().allMatch(JsonNode::isString)) {
      List<String> words =
          command.valueStream().map(JsonNode::stringValue).collect(Collectors.toList());
      return Recipes.command(words, file + ": " + name, mistakes);
    }
    wrong(name + ": expected 'command' to be a string or an array of them", command);
    return Optional.empty();
  }

  private ObjectNode parameters(String name, JsonNode said) {
    JsonNode parameters = said.path("parameters");
    if (parameters instanceof ObjectNode object) {
      return object;
    }
    if (!parameters.isMissingNode()) {
      wrong(name + ": expected 'parameters' to be an object, a JSON Schema", parameters);
    }
    ObjectNode any = JsonNodeFactory.instance.objectNode().put("type", "object");
    any.putObject("properties");
    return any;
  }

  private String text(String name, JsonNode said) {
    if (!said.isMissingNode() && !said.isString()) {
      wrong(name + ": expected 'description' to be a string", said);
    }
    return said.asString("");
  }

  private void wrong(String expected, JsonNode found) {
    String text = found.toString();
    mistakes.add(
        "%s: %s, found %s."
            .formatted(file, expected, text.length() > 60 ? text.substring(0, 60) + "…" : text));
  }
}
