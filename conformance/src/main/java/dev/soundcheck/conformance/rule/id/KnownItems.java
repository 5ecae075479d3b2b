package dev.soundcheck.conformance.rule.id;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.util.HashSet;
import java.util.Set;

/** The items of a connection that a client can know, event by event. */
final class KnownItems {
  private final Set<String> announced = new HashSet<>();
  private final Set<String> created = new HashSet<>();
  private final Set<String> doubtful = new HashSet<>();

  /** The next event. */
  void take(Event event) {
    String id = event.itemId();
    if (event.is(EventType.CONVERSATION_ITEM_DELETE)) {
      announced.remove(id);
      created.remove(id);
    } else if (event.is(EventType.CONVERSATION_ITEM_CREATE)) {
      created.add(id);
      doubtful.remove(id);
    } else if (event.is(EventType.ERROR)) {
      doubtful.addAll(created);
    } else if (event.from() == Origin.SERVER && !event.is(EventType.CONVERSATION_ITEM_DELETED)) {
      announced.add(id);
    }
  }

  /** Whether there is such an item, or the client has asked for it. */
  boolean has(String id) {
    return !id.isEmpty() && (announced.contains(id) || created.contains(id));
  }

  /** Whether no other item can have this id; one that may have been refused has none. */
  boolean taken(String id) {
    return announced.contains(id) || (created.contains(id) && !doubtful.contains(id));
  }
}
