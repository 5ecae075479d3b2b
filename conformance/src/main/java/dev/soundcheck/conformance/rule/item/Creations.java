package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Errors;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.schemas.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which {@code conversation.item.added} belongs to which {@code conversation.item.create}: the
 * first that keeps all of it, else the first of the same kind; forced words have none
 * (live-behaviour.md 2.11).
 */
final class Creations {
  private final Map<Integer, Event> added = new HashMap<>();
  private final List<Event> creates;

  private Creations(List<Event> creates) {
    this.creates = creates;
  }

  static Creations of(Connection connection, Echo echo) {
    Creations creations =
        new Creations(
            connection
                .events(EventType.CONVERSATION_ITEM_CREATE)
                .filter(create -> !isForced(create))
                .toList());
    List<Event> told = new ArrayList<>(toldOf(connection));
    for (Event create : creations.creates) {
      creations.claim(create, told, one -> echo.difference(create, one).isEmpty());
    }
    for (Event create : creations.creates) {
      boolean refused = Errors.after(connection, create).isPresent();
      creations.claim(create, told, one -> !refused && Echo.sameKind(create, one));
    }
    return creations;
  }

  /** Neither what the server says nor what the user speaks. */
  private static List<Event> toldOf(Connection connection) {
    Set<String> others =
        connection.responses().stream()
            .flatMap(response -> response.events().stream())
            .map(Event::itemId)
            .collect(Collectors.toSet());
    connection.speeches().forEach(speech -> others.add(speech.itemId()));
    return connection
        .events(EventType.CONVERSATION_ITEM_ADDED)
        .filter(event -> !others.contains(event.itemId()))
        .toList();
  }

  static boolean isForced(Event create) {
    return create.text("/item/type").equals("force_message");
  }

  private void claim(Event create, List<Event> told, Predicate<Event> belongs) {
    if (added.containsKey(create.index())) {
      return;
    }
    told.stream()
        .filter(one -> one.index() > create.index())
        .filter(belongs)
        .findFirst()
        .ifPresent(
            one -> {
              added.put(create.index(), one);
              told.remove(one);
            });
  }

  /** All creations but those of forced words. */
  List<Event> creates() {
    return creates;
  }

  /** What the server told of it. */
  Optional<Event> added(Event create) {
    return Optional.ofNullable(added.get(create.index()));
  }

  /** What the client asked for, if it was the client who created the item. */
  Optional<Event> create(Event told) {
    return creates.stream().filter(create -> told.equals(added.get(create.index()))).findFirst();
  }
}
