package dev.soundcheck.server;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what was seen on every connection, and hands out what clients sent. */
final class Journals implements ServerListener {
  private final List<List<Observed>> connections = new ArrayList<>();
  private final List<ConnectionFinding> findings = new ArrayList<>();
  private final BlockingQueue<ReceivedEvent> received = new LinkedBlockingQueue<>();

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
    try {
      ReceivedEvent next = received.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
      if (next == null) {
        throw new ServerException(nothingCame(limit));
      }
      return next;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ServerException("Waiting for an event of a client was interrupted.", stopped);
    }
  }

  private synchronized String nothingCame(Duration limit) {
    String seen =
        switch (connections.size()) {
          case 0 -> "no client has connected";
          case 1 -> "one client has connected, and everything it sent was taken";
          default ->
              "%d clients have connected, and everything they sent was taken"
                  .formatted(connections.size());
        };
    return "No event came from a client within %d ms; %s.".formatted(limit.toMillis(), seen);
  }

  private List<Observed> journal(int connection) {
    while (connections.size() < connection) {
      connections.add(new ArrayList<>());
    }
    return connections.get(connection - 1);
  }
}
