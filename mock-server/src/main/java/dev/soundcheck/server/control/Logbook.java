package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What was seen lately, for those who ask. Bounded: sessions that ended longest ago are forgotten
 * first, then the oldest events of whichever session has most, so that one that says much takes
 * from nobody else.
 */
final class Logbook implements ServerListener {
  private final Function<String, Instant> clock;
  private final long mostEnded;
  private final long mostWeight;
  private final Map<Integer, SessionEntry> sessions = new LinkedHashMap<>();
  private final Leaves paper = new Leaves();
  private final Queue<Integer> ended = new ArrayDeque<>();
  private final Ranking ranking;
  private long weight;

  /**
   * An empty book.
   *
   * @param clock the time of day of a test
   * @param mostEnded so many sessions that have ended are remembered
   * @param mostWeight so many bytes are kept, roughly
   */
  Logbook(Function<String, Instant> clock, long mostEnded, long mostWeight) {
    this.clock = clock;
    this.mostEnded = mostEnded;
    this.mostWeight = mostWeight;
    this.ranking = new Ranking(mostWeight);
  }

  @Override
  public void opened(OpenedConnection connection) {
    Instant now = clock.apply(connection.test());
    synchronized (this) {
      sessions.put(connection.number(), new SessionEntry(connection, now, paper));
    }
  }

  @Override
  public synchronized void observed(Observed observed) {
    SessionEntry entry = sessions.get(observed.connection());
    if (entry != null) {
      weigh(entry, () -> entry.observed(observed));
      if (observed instanceof Observed.Closed && !ended.contains(entry.number())) {
        ended.add(entry.number());
      }
    }
    makeRoom();
  }

  /** Does something to an entry that makes it heavier or lighter. */
  private void weigh(SessionEntry entry, Runnable deed) {
    weight -= entry.weight();
    deed.run();
    weight += entry.weight();
    ranking.place(entry);
  }

  @Override
  public synchronized void found(ConnectionFinding finding) {
    with(finding.connection(), entry -> entry.found(finding));
  }

  @Override
  public synchronized void waits(int connection, Duration at, String what) {
    with(connection, entry -> entry.waits(what));
  }

  private void with(int connection, Consumer<SessionEntry> deed) {
    SessionEntry entry = sessions.get(connection);
    if (entry != null) {
      deed.accept(entry);
    }
  }

  private void makeRoom() {
    while (ended.size() > mostEnded || (weight > mostWeight && !ended.isEmpty())) {
      forget(ended.remove());
    }
    SessionEntry heaviest = ranking.heaviest();
    while (weight > mostWeight && heaviest != null) {
      weigh(heaviest, heaviest::dropOldest);
      heaviest = ranking.heaviest();
    }
  }

  private void forget(int session) {
    SessionEntry gone = sessions.remove(session);
    if (gone != null) {
      ranking.remove(gone);
      weight -= gone.weight();
      gone.forget();
    }
  }

  /** What is known of each session, in the order of their opening. */
  synchronized List<SessionPage> pages(Optional<String> test) {
    return sessions.values().stream()
        .filter(entry -> test.map(entry.test()::equals).orElse(true))
        .map(SessionEntry::page)
        .toList();
  }

  synchronized Optional<SessionPage> page(int session) {
    return Optional.ofNullable(sessions.get(session)).map(SessionEntry::page);
  }

  /** What was seen in a session and is still kept. */
  List<Observed> seen(int session) {
    return packed(session).stream().map(Observed::unpacked).toList();
  }

  private synchronized List<Observed> packed(int session) {
    SessionEntry entry = sessions.get(session);
    return entry == null ? List.of() : entry.seen();
  }

  /** Forgets the sessions of a test. */
  synchronized void forgetAll(String test) {
    sessions.entrySet().stream()
        .filter(one -> one.getValue().test().equals(test))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::forget);
    ended.removeIf(session -> !sessions.containsKey(session));
  }
}
