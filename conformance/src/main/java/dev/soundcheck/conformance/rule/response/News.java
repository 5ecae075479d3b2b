package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;

/**
 * Whether there is anything new to be answered, event by event: text, the result of a tool, a
 * clear, a cancelled answer, new speech (live-behaviour.md 2.4). At first a client may ask for a
 * greeting.
 */
final class News {
  private final Connection connection;
  private boolean any = true;
  private boolean asked;
  private Duration newest = Duration.ZERO;

  News(Connection connection) {
    this.connection = connection;
  }

  boolean any() {
    return any;
  }

  /** The next event. */
  void take(Event event) {
    if (isNew(event)) {
      any = true;
      newest = event.at();
    } else if (event.is(EventType.RESPONSE_CREATE, EventType.INPUT_AUDIO_BUFFER_COMMIT)) {
      asked = true;
    } else if (event.is(EventType.RESPONSE_CREATED)) {
      any = any && !asked && event.at().minus(newest).compareTo(Evidence.CROSSING) < 0;
      asked = false;
    }
  }

  private boolean isNew(Event event) {
    boolean sound = event.from() == Origin.CLIENT && event.isSound();
    return (sound && !connection.asked(event).serverVad())
        || event.is(
            EventType.CONVERSATION_ITEM_CREATE,
            EventType.INPUT_AUDIO_BUFFER_CLEAR,
            EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED,
            EventType.RESPONSE_CANCEL)
        || (event.is(EventType.RESPONSE_DONE) && wasCut(event));
  }

  /** What was broken off has not been answered. */
  private boolean wasCut(Event done) {
    return connection.response(done.responseId()).filter(Response::cut).isPresent();
  }
}
