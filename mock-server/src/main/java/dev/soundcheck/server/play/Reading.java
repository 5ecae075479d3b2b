package dev.soundcheck.server.play;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.server.session.Refusal;
import dev.soundcheck.server.session.Refusals;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A text of the client as read: an event, or the reason why it is none (decisions.md, "Errors").
 *
 * @param type its {@code type}; empty when it is no event
 * @param json the event; missing when the text is no JSON
 * @param refusal why it is no event
 */
record Reading(String type, JsonNode json, Optional<Refusal> refusal) {
  private static final Refusals REFUSALS = Refusals.DEFAULT;

  /** What the parser says to programmers: names of its classes, and how it could be configured. */
  private static final Pattern INTERNALS =
      Pattern.compile(
          "\\s*\\((?:bound as )?`[^`]*`\\)"
              + "|, from `[^`]*`"
              + "|: (?:not allowed as per|enable) .*"
              + "|\\? \\(not recognized .*"
              + "| \\(start marker at .*",
          Pattern.DOTALL);

  static Reading of(String text) {
    JsonNode json;
    try {
      json = Json.mapper().readTree(text);
    } catch (JacksonException notJson) {
      return none(MissingNode.getInstance(), REFUSALS.malformed(notJson(notJson)));
    }
    if (!json.isObject()) {
      String message = "Expected one JSON object per message, got %s.".formatted(kindOf(json));
      return none(json, REFUSALS.malformed(message));
    }
    return ofObject(json);
  }

  /** The event in these bytes where nothing but plain strings is in it; empty for all else. */
  static Optional<Reading> plain(byte[] utf8) {
    return Json.plain(utf8).map(Reading::ofObject).filter(it -> it.refusal().isEmpty());
  }

  private static Reading ofObject(JsonNode json) {
    JsonNode type = json.path("type");
    if (!type.isString()) {
      String message =
          "type: expected the name of an event as a string, got %s.".formatted(kindOf(type));
      return none(json, REFUSALS.unknownEvent(message, json.path("event_id").stringValueOpt()));
    }
    return new Reading(type.stringValue(), json, Optional.empty());
  }

  private static Reading none(JsonNode json, Refusal refusal) {
    return new Reading("", json, Optional.of(refusal));
  }

  private static String notJson(JacksonException problem) {
    TokenStreamLocation place = problem.getLocation();
    String where =
        place == null
            ? ""
            : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    String why = INTERNALS.matcher(problem.getOriginalMessage()).replaceAll("").strip();
    return "The message is not JSON%s: %s.".formatted(where, why);
  }

  private static String kindOf(JsonNode json) {
    return json.isMissingNode() ? "nothing" : json.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
