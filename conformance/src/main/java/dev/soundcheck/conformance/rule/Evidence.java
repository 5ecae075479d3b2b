package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A trace, read once for all rules.
 *
 * @param trace as it was seen
 * @param profile the wire profile to hold it against
 * @param connections in the order in which they were opened
 */
public record Evidence(Trace trace, Profile profile, List<Connection> connections) {
  /**
   * Two messages that cross on the way have nothing to do with each other: what one side does
   * within this time of hearing something, it may have done before. Ours; the way there and back
   * takes 65 ms to 500 ms (live-behaviour.md 2.16).
   */
  public static final Duration CROSSING = Duration.ofMillis(500);

  public Evidence {
    connections = List.copyOf(connections);
  }

  /** A trace, held against the profile that it names. */
  public static Evidence of(Trace trace) {
    return of(trace, trace.header().profile());
  }

  /** A trace, held against this profile. */
  public static Evidence of(Trace trace, Profile profile) {
    return new Evidence(trace, profile, Reading.of(trace));
  }

  /** What the trace holds of the sound. */
  public TraceAudio audio() {
    return trace.header().audio();
  }

  /** The events of these kinds on all connections. */
  public Stream<Event> events(EventType... types) {
    return connections.stream().flatMap(connection -> connection.events(types));
  }

  /** The responses of all connections. */
  public Stream<Response> responses() {
    return connections.stream().flatMap(connection -> connection.responses().stream());
  }

  /** Whether it has times: recordings of others may have none, and all in them is at once. */
  public boolean timed() {
    return connections.stream().anyMatch(connection -> !connection.end().isZero());
  }
}
