package dev.soundcheck.conformance.rule.audio;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Settings.Direction;
import dev.soundcheck.conformance.rule.SoundLength;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client sends of its sound, and how far it reaches when it is heard as it comes. */
final class Microphone {
  private final Connection connection;
  private Duration until = Duration.ZERO;
  private boolean known = true;

  Microphone(Connection connection) {
    this.connection = connection;
  }

  /** The events that carry sound of the client. */
  static Stream<Event> sounds(Connection connection) {
    return connection.from(Origin.CLIENT).filter(Event::isSound);
  }

  /** The next of them. */
  void take(Event sound) {
    Optional<Duration> length = SoundLength.of(sound, connection.asked(sound), Direction.INPUT);
    Duration begin = until.compareTo(sound.at()) > 0 ? until : sound.at();
    until = begin.plus(length.orElse(Duration.ZERO));
    known = known && length.isPresent();
  }

  /** Whether the lengths of all of it are known. */
  boolean isKnown() {
    return known;
  }

  /** When the last of it has been heard. */
  Duration until() {
    return until;
  }
}
