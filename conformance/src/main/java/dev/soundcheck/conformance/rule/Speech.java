package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.EventType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One item that the user speaks, as a server told of it.
 *
 * @param events where it starts and stops, that it was committed, and what was said, in the order
 *     in which they came
 */
public record Speech(String itemId, List<Event> events) {
  private static final EventType[] TOLD = {
    EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED,
    EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED,
    EventType.INPUT_AUDIO_BUFFER_COMMITTED,
    EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED,
    EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED
  };

  public Speech {
    events = List.copyOf(events);
  }

  static List<Speech> all(List<Event> events) {
    Map<String, List<Event>> byItem = new LinkedHashMap<>();
    events.stream()
        .filter(event -> event.is(TOLD))
        .forEach(
            event -> byItem.computeIfAbsent(event.itemId(), id -> new ArrayList<>()).add(event));
    return byItem.entrySet().stream()
        .map(entry -> new Speech(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Its events of these kinds. */
  public List<Event> all(EventType... types) {
    return events.stream().filter(event -> event.is(types)).toList();
  }

  /** The first of this kind. */
  public Optional<Event> first(EventType type) {
    return all(type).stream().findFirst();
  }

  /** What was said in the end: a transcript without a status is final (live-behaviour.md 4). */
  public List<Event> finals() {
    return all(EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED).stream()
        .filter(event -> !event.text("/status").equals("in_progress"))
        .toList();
  }

  /** The words of the first final transcript; empty when there is none. */
  public String words() {
    return finals().stream().findFirst().map(event -> event.text("/transcript")).orElse("").strip();
  }
}
