package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.EventType;
import java.util.Locale;
import java.util.Optional;

/** What errors say, nested as now or flat as at the launch (live-behaviour.md 5.1). */
public final class Errors {
  private Errors() {}

  /** Its words. */
  public static String message(Event error) {
    String nested = error.text("/error/message");
    return nested.isEmpty() ? error.text("/message") : nested;
  }

  /** Whether its words have this in them, in capitals or not. */
  public static boolean says(Event error, String part) {
    return message(error).toLowerCase(Locale.ROOT).contains(part);
  }

  /** Whether an error is about this event: it names it, or names none. */
  public static boolean fits(Event error, Event cause) {
    String named = error.text("/error/event_id");
    return named.isEmpty() || named.equals(cause.text("/event_id"));
  }

  /** The first error after this event that may be about it. */
  public static Optional<Event> after(Connection connection, Event cause) {
    return connection.after(cause).stream()
        .filter(event -> event.is(EventType.ERROR) && fits(event, cause))
        .findFirst();
  }
}
