package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.Settings;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One piece of the server's sound, with the response that it belongs to.
 *
 * @param response a delta names it; a binary frame belongs to the one that began last
 */
record Sound(Connection connection, Event event, Optional<Response> response) {
  static List<Sound> of(Connection connection) {
    List<Sound> sounds = new ArrayList<>();
    Optional<Response> last = Optional.empty();
    for (Event event : connection.events()) {
      if (event.is(EventType.RESPONSE_CREATED)) {
        last = connection.response(event.responseId());
      } else if (event.from() == Origin.SERVER && event.isSound()) {
        boolean binary = event.name().equals(Event.BINARY);
        Optional<Response> own = binary ? last : connection.response(event.responseId());
        sounds.add(new Sound(connection, event, own));
      }
    }
    return sounds;
  }

  boolean binary() {
    return event.name().equals(Event.BINARY);
  }

  /**
   * What was agreed on for it: the settings when its response began, since a change has to wait for
   * the next one (events.yaml session.audio.output.transport). What was just being changed is left
   * out, and so is a response whose beginning is not there.
   */
  List<Settings> agreements() {
    return response
        .flatMap(Response::created)
        .map(begin -> List.of(connection.agreed(begin), connection.asked(begin)))
        .orElse(List.of());
  }
}
