package dev.soundcheck.server;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was seen on every connection, and hands out what clients sent. */
final class Journals implements ServerListener {
  private final List<List<Observed>> connections = new ArrayList<>();
  private final List<ConnectionFinding> findings = new ArrayList<>();
  private final Received received = new Received();

  @Override
  public synchronized void opened(OpenedConnection connection) {
    journal(connection.number());
  }

  @Override
  public synchronized void observed(Observed observed) {
    journal(observed.connection()).add(observed);
    if (observed instanceof Observed.Message message && message.from() == Origin.CLIENT) {
      received.add(new ReceivedEvent(message.connection(), message.type(), message.json()));
    }
  }

  @Override
  public synchronized void found(ConnectionFinding finding) {
    findings.add(finding);
  }

  synchronized List<List<Observed>> connections() {
    return connections.stream().map(List::copyOf).toList();
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
    while (connections.size() < connection) {
      connections.add(new ArrayList<>());
    }
    return connections.get(connection - 1);
  }
}
