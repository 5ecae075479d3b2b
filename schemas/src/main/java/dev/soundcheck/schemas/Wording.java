package dev.soundcheck.schemas;

import com.networknt.schema.Error;
import dev.soundcheck.schemas.Finding.Kind;
import tools.jackson.databind.JsonNode;

/** Turns what the schema engine reports into findings that a stranger understands. */
final class Wording {
  private final Expectation expectation;

  Wording(SchemaFolders folders) {
    expectation = new Expectation(folders);
  }

  /** A mistake with its place, which findings are sorted by. */
  record Located(Place place, Finding finding) {}

  Located located(Error error, JsonNode event) {
    Place at = Place.of(error.getInstanceLocation());
    return switch (error.getKeyword()) {
      case "required" -> missing(error, at.member(error.getProperty()), event);
      case "additionalProperties" -> unknown(error, at.member(error.getProperty()), event);
      case "propertyNames" -> name(error, at, event);
      case "type", "format" -> at(at, event, expectation.of(error), Words.kind(at.in(event)));
      default -> at(at, event, expectation.of(error), Words.value(at.in(event)));
    };
  }

  /** A mistake that no schema can see. */
  static Located at(Place at, JsonNode event, String expected, String found) {
    return located(Kind.INVALID, at, event, expected, found);
  }

  private Located missing(Error error, Place at, JsonNode event) {
    return at(at, event, expectation.ofMissing(error), "nothing");
  }

  private Located unknown(Error error, Place at, JsonNode event) {
    String expected =
        Nearest.likely(error.getProperty(), expectation.knownMembers(error)).stream()
            .findFirst()
            .map(near -> "no member of this name (the nearest is \"%s\")".formatted(near))
            .orElse("no member of this name");
    return located(Kind.UNKNOWN_MEMBER, at, event, expected, Words.value(at.in(event)));
  }

  private Located name(Error error, Place at, JsonNode event) {
    String name = error.getProperty();
    return at(at.member(name), event, expectation.of(error), Words.quoted(name));
  }

  private static Located located(
      Kind kind, Place at, JsonNode event, String expected, String found) {
    String type = event.path("type").asString("");
    return new Located(at, new Finding(kind, type, at.path(), expected, found));
  }
}
