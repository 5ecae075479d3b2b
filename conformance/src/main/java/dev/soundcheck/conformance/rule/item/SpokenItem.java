package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Settings.Direction;
import dev.soundcheck.conformance.rule.SoundLength;
import dev.soundcheck.schemas.EventType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The sound of an item, as far as the server had sent it at a moment. */
record SpokenItem(Connection connection, List<Event> deltas) {
  SpokenItem {
    deltas = List.copyOf(deltas);
  }

  /** The item that an event is about, at this event. */
  static SpokenItem at(Event event, Connection connection) {
    return of(event.itemId(), event, connection);
  }

  /** An item at this event. */
  static SpokenItem of(String item, Event event, Connection connection) {
    return new SpokenItem(
        connection,
        connection.before(event).stream()
            .filter(delta -> delta.is(EventType.RESPONSE_OUTPUT_AUDIO_DELTA))
            .filter(delta -> delta.itemId().equals(item))
            .toList());
  }

  boolean isSilent() {
    return deltas.isEmpty();
  }

  /** When the first of it came. */
  Duration begin() {
    return deltas.get(0).at();
  }

  /** How long it lasts; empty when that is not known of all of it. */
  Optional<Duration> length() {
    Duration sum = Duration.ZERO;
    for (Event delta : deltas) {
      Optional<Duration> one =
          SoundLength.of(delta, connection.agreed(deltas.get(0)), Direction.OUTPUT);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(one.get());
    }
    return Optional.of(sum);
  }
}
