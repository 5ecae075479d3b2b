package dev.soundcheck.schemas;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds events against the contract of one profile. Safe for use by many threads. */
public final class EventValidator {
  private EventValidator() {}

  /** The validator of a profile; made once and shared. */
  public static EventValidator of(Profile profile) {
    throw new UnsupportedOperationException(profile.id());
  }

  /**
   * Everything the contract does not allow in this event, in document order; empty when it is fine.
   *
   * @param origin who said it
   * @param event the event as parsed
   */
  public List<Finding> validate(Origin origin, JsonNode event) {
    throw new UnsupportedOperationException(origin + " " + event);
  }
}
