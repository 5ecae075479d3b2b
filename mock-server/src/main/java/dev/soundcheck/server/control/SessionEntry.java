package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What is known of one session. Confined to the logbook that holds it. */
final class SessionEntry {
  /** What is told of an event that has no sound in it, roughly. */
  private static final long USUAL_WEIGHT = 500;

  private final OpenedConnection opened;
  private final Instant at;
  private final Deque<Observed> seen = new ArrayDeque<>();
  private final List<ConnectionFinding> findings = new ArrayList<>();
  private Optional<String> waitsFor = Optional.empty();
  private Optional<Observed.Closed> closed = Optional.empty();
  private int fromClient;
  private int fromServer;
  private int dropped;
  private long weight;
  private boolean forgotten;

  SessionEntry(OpenedConnection opened, Instant at) {
    this.opened = opened;
    this.at = at;
  }

  void observed(Observed one) {
    seen.add(one);
    weight += weight(one);
    if (one instanceof Observed.Closed end) {
      closed = Optional.of(end);
    } else if (one instanceof Observed.Message message) {
      count(message.from());
    }
  }

  private void count(Origin from) {
    if (from == Origin.CLIENT) {
      fromClient++;
    } else {
      fromServer++;
    }
  }

  /** Forgets the oldest thing seen; returns how much that was. */
  long dropOldest() {
    Observed oldest = seen.poll();
    if (oldest == null) {
      return 0;
    }
    dropped++;
    weight -= weight(oldest);
    return weight(oldest);
  }

  /** Nobody will ask for it again; returns how many things it had seen and kept. */
  int forget() {
    int kept = seen.size();
    forgotten = true;
    seen.clear();
    return kept;
  }

  boolean isForgotten() {
    return forgotten;
  }

  void found(ConnectionFinding finding) {
    findings.add(finding);
  }

  void waits(String what) {
    waitsFor = Optional.of(what);
  }

  boolean ended() {
    return closed.isPresent();
  }

  long weight() {
    return weight;
  }

  String test() {
    return opened.test();
  }

  SessionPage page() {
    return new SessionPage(
        opened,
        at,
        List.copyOf(findings),
        waitsFor,
        closed,
        new SessionPage.Counts(fromClient, fromServer, dropped));
  }

  List<Observed> seen() {
    return List.copyOf(seen);
  }

  /** Roughly the characters it holds; nearly all of them are sound. */
  static long weight(Observed one) {
    if (one instanceof Observed.Binary binary) {
      return USUAL_WEIGHT + binary.bytes().length;
    }
    if (one instanceof Observed.Message message) {
      return USUAL_WEIGHT
          + message.json().path("delta").asString("").length()
          + message.json().path("audio").asString("").length();
    }
    return one instanceof Observed.Malformed malformed
        ? USUAL_WEIGHT + malformed.text().length()
        : USUAL_WEIGHT;
  }
}
