package dev.soundcheck.script;

import dev.soundcheck.schemas.Json;
import io.cucumber.messages.types.DocString;
import io.cucumber.messages.types.Step;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands below a line: a doc string with JSON, or a table.
 *
 * @param content of the doc string
 */
record Attachment(FeatureSource source, Mistakes mistakes, Step step, String content) {
  /** The JSON that the phrase asks for; an empty object where it asks for none. */
  ObjectNode json(Phrase phrase, Part part) {
    Optional<DocString> place = step.getDocString();
    if (step.getDataTable().isPresent() && !phrase.takesTable()) {
      mistakes.add(part.line(), "expected no table, got one");
    }
    if (step.getDataTable().isEmpty() && phrase.takesTable()) {
      mistakes.add(
          part.line(), "expected a table after '%s', got none".formatted(part.line().text()));
    }
    if (place.isEmpty() && phrase.takesJson()) {
      mistakes.add(
          part.line(),
          "expected a doc string with JSON after '%s', got none".formatted(part.line().text()));
    } else if (place.isPresent() && !phrase.takesJson()) {
      mistakes.add(
          source.shown(),
          place.get().getLocation().getLine(),
          place.get().getLocation().getColumn().orElse(1L),
          "expected no doc string after '%s', got one".formatted(part.line().text()));
    } else if (place.isPresent()) {
      return parsed(place.get());
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode parsed(DocString place) {
    long line = place.getLocation().getLine() + 1;
    long indent = place.getLocation().getColumn().orElse(1L) - 1;
    try {
      JsonNode json = Json.mapper().readTree(content);
      if (json instanceof ObjectNode object) {
        return object;
      }
      String found = json.isMissingNode() ? "nothing" : json.toString();
      mistakes.add(source.shown(), line, indent + 1, "expected a JSON object, got " + found);
    } catch (JacksonException e) {
      var at = e.getLocation();
      mistakes.add(
          source.shown(),
          line + Math.max(1, at.getLineNr()) - 1,
          indent + Math.max(1, at.getColumnNr()),
          "expected JSON, got what is not: " + e.getOriginalMessage());
    }
    return JsonNodeFactory.instance.objectNode();
  }
}
