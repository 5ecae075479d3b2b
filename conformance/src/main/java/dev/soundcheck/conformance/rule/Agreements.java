package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for and agreed on in the course of a connection. Updates are answered in their
 * order; a refused one changes nothing (events.yaml, session rule).
 */
final class Agreements {
  private final List<Settings> asked = new ArrayList<>();
  private final List<Settings> agreed = new ArrayList<>();
  private final Map<Integer, Event> answers = new HashMap<>();

  private Agreements() {}

  static Agreements of(List<Event> events) {
    Agreements agreements = new Agreements();
    Deque<Event> open = new ArrayDeque<>();
    Settings wished = Settings.BEGINNING;
    Settings inForce = Settings.BEGINNING;
    Optional<Event> newest = Optional.empty();
    for (Event event : events) {
      if (event.is(EventType.SESSION_UPDATE)) {
        open.add(event);
        wished = wished.after(event.json().path("session"));
      } else if (event.is(EventType.SESSION_UPDATED) && !open.isEmpty()) {
        Event update = open.remove();
        agreements.answers.put(update.index(), event);
        inForce = inForce.after(update.json().path("session"));
      } else if (refuses(event, open.peek(), newest)) {
        agreements.answers.put(open.remove().index(), event);
        wished = inForce;
        for (Event later : open) {
          wished = wished.after(later.json().path("session"));
        }
      }
      if (event.from() == Origin.CLIENT && !event.isSound()) {
        newest = Optional.of(event);
      }
      agreements.asked.add(wished);
      agreements.agreed.add(inForce);
    }
    return agreements;
  }

  /**
   * By the place that is wrong, or by the event that is (events.yaml, error). At launch errors
   * named neither (live-behaviour.md 5.1), and are about what the client said last.
   */
  private static boolean refuses(
      Event event, @org.jspecify.annotations.Nullable Event update, Optional<Event> newest) {
    if (update == null || !event.is(EventType.ERROR)) {
      return false;
    }
    if (!event.json().has("error")) {
      return newest.filter(update::equals).isPresent();
    }
    String id = update.text("/event_id");
    String named = event.text("/error/event_id");
    boolean byName = !id.isEmpty() && id.equals(named);
    return byName || event.text("/error/param").startsWith("session");
  }

  Settings asked(Event event) {
    return asked.get(event.index());
  }

  Settings agreed(Event event) {
    return agreed.get(event.index());
  }

  Optional<Event> answerTo(Event update) {
    return Optional.ofNullable(answers.get(update.index()));
  }
}
