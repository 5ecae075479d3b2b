package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.Speech;
import dev.soundcheck.schemas.EventType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The items of a conversation as far as one connection tells of them, and to which of them another
 * one can be anchored.
 */
final class Conversation {
  private static final EventType[] TELLING = {
    EventType.CONVERSATION_ITEM_ADDED,
    EventType.CONVERSATION_ITEM_CREATED,
    EventType.RESPONSE_OUTPUT_ITEM_ADDED,
    EventType.INPUT_AUDIO_BUFFER_COMMITTED
  };

  private final Connection connection;
  private final Set<String> earlier;
  private final Map<String, Event> first = new HashMap<>();

  /**
   * A conversation.
   *
   * @param earlier the items of the connections before; one that goes on may have them
   */
  Conversation(Connection connection, Set<String> earlier) {
    this.connection = connection;
    this.earlier = Set.copyOf(earlier);
    connection.events(TELLING).forEach(event -> first.putIfAbsent(event.itemId(), event));
  }

  /** All items that it tells of. */
  Set<String> items() {
    return first.keySet();
  }

  /** The items that were told of before this event, the latest first, without its own. */
  private List<Event> before(Event event) {
    return first.values().stream()
        .filter(told -> told.index() < event.index() && !told.itemId().equals(event.itemId()))
        .sorted(Comparator.comparingInt(Event::index).reversed())
        .toList();
  }

  /**
   * Where the item of this event may be anchored: at the item before it, and, where that one may be
   * gone, at the one before that. Empty text stands for no anchor: there is nothing before it.
   */
  Set<String> anchors(Event event) {
    Set<String> anchors = new HashSet<>();
    for (Event item : before(event)) {
      anchors.add(item.itemId());
      if (!mayBeGone(item.itemId(), event)) {
        return anchors;
      }
    }
    anchors.add("");
    anchors.addAll(earlier);
    return anchors;
  }

  /**
   * The same for speech: also at the user's item before it, past the answers (live-behaviour.md
   * 2.3).
   */
  Set<String> anchorsOfSpeech(Event event) {
    Set<String> anchors = anchors(event);
    for (Event item : before(event)) {
      if (isOfUser(item)) {
        anchors.add(item.itemId());
        if (!mayBeGone(item.itemId(), event)) {
          return anchors;
        }
      }
    }
    anchors.add("");
    anchors.addAll(earlier);
    return anchors;
  }

  private static boolean isOfUser(Event item) {
    boolean speech = item.is(EventType.INPUT_AUDIO_BUFFER_COMMITTED);
    return speech
        || (item.text("/item/role").equals("user") && item.text("/item/type").equals("message"));
  }

  /** Deleted, or of an answer that was not finished when it may have been broken off. */
  private boolean mayBeGone(String item, Event now) {
    List<Event> before = connection.before(now);
    boolean deleted =
        before.stream()
            .anyMatch(
                event ->
                    event.is(EventType.CONVERSATION_ITEM_DELETE) && event.itemId().equals(item));
    return deleted || unfinished(item, before) || amidSpeech(item);
  }

  private boolean unfinished(String item, List<Event> before) {
    boolean answer =
        connection.responses().stream()
            .map(Response::events)
            .flatMap(List::stream)
            .anyMatch(event -> event.itemId().equals(item));
    return answer
        && before.stream()
            .noneMatch(
                event ->
                    event.is(EventType.RESPONSE_OUTPUT_ITEM_DONE) && event.itemId().equals(item));
  }

  /** What is typed while the user speaks, and that speech, were captured without anchors. */
  boolean amidSpeech(String item) {
    Event told = first.get(item);
    return told != null
        && connection.speeches().stream()
            .anyMatch(
                speech ->
                    speech.itemId().equals(item) ? anyTyped(speech) : spoken(speech, told.index()));
  }

  private boolean anyTyped(Speech speech) {
    return first.values().stream()
        .anyMatch(told -> !told.itemId().equals(speech.itemId()) && spoken(speech, told.index()));
  }

  /** Whether speech had started then and was not committed. */
  private static boolean spoken(Speech speech, int index) {
    List<Event> started = speech.all(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED);
    List<Event> committed = speech.all(EventType.INPUT_AUDIO_BUFFER_COMMITTED);
    return started.stream().anyMatch(event -> event.index() < index)
        && committed.stream().noneMatch(event -> event.index() < index);
  }

  /** All items of several connections, for those that come after them. */
  static List<Conversation> all(List<Connection> connections) {
    List<Conversation> all = new ArrayList<>();
    Set<String> earlier = new HashSet<>();
    for (Connection connection : connections) {
      Conversation own = new Conversation(connection, earlier);
      earlier.addAll(own.items());
      all.add(own);
    }
    return all;
  }

  Connection connection() {
    return connection;
  }
}
