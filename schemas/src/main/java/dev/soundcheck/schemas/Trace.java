package dev.soundcheck.schemas;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was seen on the connections of one conversation, in order.
 *
 * @param header what was recorded
 * @param seen everything, in the order in which it was seen
 * @param notes what a reader should know, such as that the end is missing; each begins with the
 *     file and the line
 */
public record Trace(TraceHeader header, List<Observed> seen, List<String> notes) {
  public Trace {
    seen = List.copyOf(seen);
    notes = List.copyOf(notes);
  }

  /** The JSON events of both sides. */
  public Stream<Observed.Message> messages() {
    return seen.stream()
        .filter(Observed.Message.class::isInstance)
        .map(Observed.Message.class::cast);
  }

  /** The JSON events of one kind, from the side that sends them. */
  public Stream<Observed.Message> messages(EventType type) {
    return messages()
        .filter(message -> message.type().equals(type.wire()) && message.from() == type.origin());
  }
}
