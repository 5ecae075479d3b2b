package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was seen on one connection. */
public final class Connection {
  private final int number;
  private final List<Event> events;
  private final Optional<Observed.Closed> closed;
  private final int closedIn;
  private final Duration end;
  private final List<Response> responses;
  private final List<Speech> speeches;
  private final Agreements agreements;

  Connection(
      int number,
      List<Event> events,
      Optional<Observed.Closed> closed,
      int closedIn,
      Duration end) {
    this.number = number;
    this.events = List.copyOf(events);
    this.closed = closed;
    this.closedIn = closedIn;
    this.end = end;
    responses = responses(events);
    speeches = Speech.all(events);
    agreements = Agreements.of(events);
  }

  /** Counted from 1. */
  public int number() {
    return number;
  }

  /** What both sides said, in the order in which it was seen. */
  public List<Event> events() {
    return events;
  }

  /** The first event of these kinds after this one. */
  public Optional<Event> next(Event event, EventType... types) {
    return after(event).stream().filter(later -> later.is(types)).findFirst();
  }

  /** Whether it went on for longer than messages need that cross each other. */
  public boolean wentOnAfter(Event event) {
    return event.at().plus(Evidence.CROSSING).compareTo(end) < 0;
  }

  /** The events of these kinds, from the sides that send them. */
  public Stream<Event> events(EventType... types) {
    return events.stream().filter(event -> event.is(types));
  }

  /** What this side said. */
  public Stream<Event> from(Origin side) {
    return events.stream().filter(event -> event.from() == side);
  }

  /** What both sides said after this. */
  public List<Event> after(Event event) {
    return events.subList(event.index() + 1, events.size());
  }

  /** What both sides said before this. */
  public List<Event> before(Event event) {
    return events.subList(0, event.index());
  }

  /** How it ended; empty when the trace ended before. */
  public Optional<Observed.Closed> closed() {
    return closed;
  }

  /** Where its end stands in the trace, if it does. */
  public Optional<Where> closedWhere() {
    return closed.map(end -> new Where(closedIn, end.at(), number, end.from(), "(closed)"));
  }

  /** When it ended, or the last thing was seen on it. */
  public Duration end() {
    return end;
  }

  /** The responses that were told of, in the order of their first events. */
  public List<Response> responses() {
    return responses;
  }

  /** The items that the user spoke, in the order in which they were told of. */
  public List<Speech> speeches() {
    return speeches;
  }

  /** The response that had begun before this and was not over. */
  public Optional<Response> active(Event event) {
    return responses.stream().filter(response -> response.spans(event)).reduce((a, b) -> b);
  }

  /** The response of this id. */
  public Optional<Response> response(String id) {
    return responses.stream().filter(response -> response.id().equals(id)).findFirst();
  }

  /** The settings that both sides knew to be in force when this event was seen. */
  public Settings agreed(Event event) {
    return agreements.agreed(event);
  }

  /** The settings that the client had asked for, whether or not they were accepted already. */
  public Settings asked(Event event) {
    return agreements.asked(event);
  }

  /** The {@code session.updated} or {@code error} that answered this update, if one came. */
  public Optional<Event> answerTo(Event update) {
    return agreements.answerTo(update);
  }

  private static List<Response> responses(List<Event> events) {
    Map<String, List<Event>> byId = new LinkedHashMap<>();
    events.stream()
        .filter(event -> event.from() == Origin.SERVER && !event.responseId().isEmpty())
        .forEach(
            event -> byId.computeIfAbsent(event.responseId(), id -> new ArrayList<>()).add(event));
    List<Response> responses = new ArrayList<>();
    byId.forEach(
        (id, own) ->
            responses.add(
                new Response(
                    id,
                    first(own, EventType.RESPONSE_CREATED),
                    own,
                    first(own, EventType.RESPONSE_DONE))));
    return List.copyOf(responses);
  }

  private static Optional<Event> first(List<Event> events, EventType type) {
    return events.stream().filter(event -> event.is(type)).findFirst();
  }
}
