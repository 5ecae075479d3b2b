package dev.soundcheck.schemas;

import tools.jackson.databind.JsonNode;

/** A frame somebody saw or described, with the profile it belongs to and where it stands. */
record Frame(Profile profile, boolean captured, String where, JsonNode event) {
  String type() {
    return event.path("type").asString("");
  }

  Origin origin() {
    return EventType.named(type()).orElseThrow().origin();
  }

  @Override
  public String toString() {
    return where + " " + type() + " (" + profile.id() + ")";
  }
}
