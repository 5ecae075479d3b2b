package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of one session. Confined to the logbook that holds it. */
final class SessionEntry {
  /** A client that makes a mistake with every message must not be remembered for ever. */
  static final int MOST_FINDINGS = 1000;

  private final OpenedConnection opened;
  private final Instant at;
  private final Scroll seen;
  private final List<ConnectionFinding> findings = new ArrayList<>();
  private Optional<String> waitsFor = Optional.empty();
  private Optional<Observed.Closed> closed = Optional.empty();
  private int fromClient;
  private int fromServer;
  private int dropped;
  private long weight;
  private final Ranking.Place place = new Ranking.Place(this);

  /** Nothing is known yet; what will be stands on this paper. */
  SessionEntry(OpenedConnection opened, Instant at, Leaves paper) {
    this.opened = opened;
    this.at = at;
    this.seen = new Scroll(opened.number(), paper);
  }

  void observed(Observed one) {
    weight += seen.add(one);
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

  /** Forgets the oldest thing seen. */
  void dropOldest() {
    if (!seen.isEmpty()) {
      dropped++;
      weight -= seen.dropOldest();
    }
  }

  int number() {
    return opened.number();
  }

  /** Notes it, unless there are very many; the last one says so. */
  void found(ConnectionFinding finding) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(finding);
    } else if (findings.size() == MOST_FINDINGS) {
      findings.add(
          new ConnectionFinding(
              finding.connection(),
              finding.at(),
              finding.kind(),
              "There are more findings than %d; the others are not kept."
                  .formatted(MOST_FINDINGS)));
    }
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

  /** Where it stands among the others. */
  Ranking.Place place() {
    return place;
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

  /** What is kept; JSON is not read yet. */
  List<Observed> seen() {
    return seen.all();
  }

  /** Nobody asks for it any more. */
  void forget() {
    seen.clear();
  }
}
