package dev.soundcheck.server;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import dev.soundcheck.server.play.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Keeps what was seen on connections, and hands out what their clients sent. */
final class Journals implements ServerListener {
  private static final String TOOL = "soundcheck in the JVM";

  private static final String FULL =
      "No more than %d bytes are kept of what is seen, and what is seen from now on is not. Take"
          + " more with limits(\"journal=1GiB\"), or keep none with journals(false).";

  private final Supplier<Instant> clock;
  private final long limit;
  private final Map<Integer, TraceHeader> headers = new TreeMap<>();
  private final Map<Integer, List<Observed>> connections = new TreeMap<>();
  private final List<ConnectionFinding> findings = new ArrayList<>();
  private final Received received = new Received();
  private long weight;
  private boolean full;

  /**
   * Empty journals.
   *
   * @param limit so many bytes are kept, roughly
   */
  Journals(Supplier<Instant> clock, long limit) {
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public synchronized void opened(OpenedConnection connection) {
    journal(connection.number());
    String target = "the mock server playing " + connection.scenario();
    headers.put(
        connection.number(), TraceHeader.of(clock.get(), target, connection.profile(), TOOL));
  }

  @Override
  public synchronized void observed(Observed observed) {
    weight += Weight.of(observed);
    if (isFull(observed.connection(), observed.at())) {
      return;
    }
    journal(observed.connection()).add(observed);
    if (observed instanceof Observed.Message message && message.from() == Origin.CLIENT) {
      received.add(new ReceivedEvent(message.connection(), message.type(), message.json()));
    }
  }

  @Override
  public synchronized void found(ConnectionFinding finding) {
    weight += Weight.of(finding);
    if (!isFull(finding.connection(), finding.at())) {
      findings.add(finding);
    }
  }

  /** The first time it is a finding itself. */
  private boolean isFull(int connection, Duration at) {
    if (weight > limit && !full) {
      full = true;
      findings.add(new ConnectionFinding(connection, at, Kind.INTERNAL, FULL.formatted(limit)));
    }
    return full;
  }

  synchronized List<List<Observed>> connections() {
    return connections.values().stream().map(List::copyOf).toList();
  }

  /** One for each connection. */
  synchronized List<Trace> traces() {
    return headers.entrySet().stream()
        .map(one -> new Trace(one.getValue(), journal(one.getKey()), List.of()))
        .toList();
  }

  synchronized List<ConnectionFinding> findings() {
    return List.copyOf(findings);
  }

  ReceivedEvent take(Duration limit) {
    return received.take(limit, this::clients);
  }

  ReceivedEvent await(EventType type, Duration limit) {
    return received.await(type, limit, this::clients);
  }

  private synchronized String clients() {
    return switch (connections.size()) {
      case 0 -> "no client has connected";
      case 1 -> "one client has connected, and everything it sent was taken";
      default ->
          "%d clients have connected, and everything they sent was taken"
              .formatted(connections.size());
    };
  }

  private List<Observed> journal(int connection) {
    return connections.computeIfAbsent(connection, number -> new ArrayList<>());
  }
}
