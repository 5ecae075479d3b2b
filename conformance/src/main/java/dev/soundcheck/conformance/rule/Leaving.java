package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a client left a connection, and whether something drove it away. */
public final class Leaving {
  /** Who leaves because of something does so at once. Ours. */
  public static final Duration AT_ONCE = Duration.ofSeconds(1);

  private Leaving() {}

  /** The end of a connection if the client made it. */
  public static Optional<Observed.Closed> of(Connection connection) {
    return connection.closed().filter(closed -> closed.from() == Origin.CLIENT);
  }

  /**
   * Whether this event drove the client away: it left at once, said nothing in between but the
   * sound of its microphone, and had not got what it had come for.
   */
  public static boolean over(Event cause, Connection connection) {
    Optional<Observed.Closed> end = of(connection);
    boolean silent =
        connection.after(cause).stream()
            .noneMatch(event -> event.from() == Origin.CLIENT && !event.isSound());
    return end.isPresent()
        && silent
        && cause.at().plus(AT_ONCE).compareTo(end.get().at()) >= 0
        && isOpen(connection.events());
  }

  /** Whether an answer is still to come or to end: the last that there is to tell is no done. */
  private static boolean isOpen(List<Event> events) {
    boolean open = true;
    for (Event event : events) {
      if (event.is(EventType.RESPONSE_DONE)) {
        open = false;
      } else if (event.is(
          EventType.RESPONSE_CREATE,
          EventType.RESPONSE_CREATED,
          EventType.INPUT_AUDIO_BUFFER_COMMIT,
          EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED)) {
        open = true;
      }
    }
    return open;
  }
}
