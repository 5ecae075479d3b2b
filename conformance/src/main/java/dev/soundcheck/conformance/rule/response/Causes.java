package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.schemas.EventType;
import java.util.List;
import java.util.Optional;

/** What brought a response about. */
final class Causes {
  private Causes() {}

  /**
   * The {@code response.create} that a response answers; empty where it may answer something else:
   * speech, a commit, a forced message, or another one that is still open.
   */
  static Optional<Event> of(Connection connection, Event created) {
    List<Event> before = connection.before(created);
    Optional<Event> asked = Optional.empty();
    for (Event event : before) {
      if (event.is(EventType.RESPONSE_CREATE)) {
        asked = asked.isEmpty() ? Optional.of(event) : asked;
      } else if (event.is(EventType.RESPONSE_CREATED, EventType.ERROR)) {
        asked = Optional.empty();
      }
    }
    return asked.filter(create -> isAlone(connection, create, created));
  }

  private static boolean isAlone(Connection connection, Event create, Event created) {
    boolean spoken =
        connection.before(created).stream()
            .filter(event -> event.index() > quietSince(connection, create))
            .anyMatch(Causes::mayCause);
    boolean asked =
        connection.before(created).stream()
            .anyMatch(
                event -> event.index() > create.index() && event.is(EventType.RESPONSE_CREATE));
    boolean active = connection.responses().stream().anyMatch(response -> response.spans(create));
    return !spoken && !asked && !active;
  }

  /** The end of the response before, whose causes are spent. */
  private static int quietSince(Connection connection, Event create) {
    return connection.before(create).stream()
        .filter(event -> event.is(EventType.RESPONSE_DONE))
        .mapToInt(Event::index)
        .max()
        .orElse(-1);
  }

  private static boolean mayCause(Event event) {
    boolean forced =
        event.is(EventType.CONVERSATION_ITEM_CREATE)
            && event.text("/item/type").equals("force_message");
    return forced
        || event.is(
            EventType.INPUT_AUDIO_BUFFER_COMMIT,
            EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED,
            EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED,
            EventType.INPUT_AUDIO_BUFFER_COMMITTED,
            EventType.INPUT_AUDIO_BUFFER_TIMEOUT_TRIGGERED,
            EventType.INPUT_AUDIO_BUFFER_DTMF_EVENT_RECEIVED);
  }
}
