package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
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
        && isOpen(cause, connection);
  }

  /**
   * Whether an answer was still to come or to end. Where none was ever asked for, whether anything
   * else had been said a moment before: a client that only listens may leave when it likes.
   */
  private static boolean isOpen(Event cause, Connection connection) {
    boolean open =
        connection.before(cause).stream()
            .filter(event -> !event.is(EventType.PING))
            .anyMatch(event -> event.at().plus(AT_ONCE).compareTo(cause.at()) >= 0);
    for (Event event : connection.events()) {
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
