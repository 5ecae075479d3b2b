package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What was seen lately, for those who ask. Bounded: sessions that ended longest ago are forgotten
 * first, then the oldest events of those that run.
 */
final class Logbook implements ServerListener {
  private final Function<String, Instant> clock;
  private final int mostEnded;
  private final long mostWeight;
  private final Map<Integer, SessionEntry> sessions = new TreeMap<>();
  private final Queue<Integer> ended = new ArrayDeque<>();

  /** Whose turn it was, for everything that is kept, in the order in which it was seen. */
  private final Queue<SessionEntry> order = new ArrayDeque<>();

  /** So many places in it belong to sessions that were forgotten. */
  private int stale;

  private long weight;

  /**
   * An empty book.
   *
   * @param clock the time of day of a test
   * @param mostEnded so many sessions that have ended are remembered
   * @param mostWeight so many characters are kept, roughly
   */
  Logbook(Function<String, Instant> clock, int mostEnded, long mostWeight) {
    this.clock = clock;
    this.mostEnded = mostEnded;
    this.mostWeight = mostWeight;
  }

  @Override
  public void opened(OpenedConnection connection) {
    Instant now = clock.apply(connection.test());
    synchronized (this) {
      sessions.put(connection.number(), new SessionEntry(connection, now));
    }
  }

  @Override
  public synchronized void observed(Observed observed) {
    with(
        observed.connection(),
        entry -> {
          long before = entry.weight();
          boolean over = entry.ended();
          entry.observed(observed);
          order.add(entry);
          weight += entry.weight() - before;
          if (entry.ended() && !over) {
            ended.add(observed.connection());
          }
        });
    forgetEnded();
    makeRoom();
  }

  /** How many things are remembered or have left a place behind. */
  synchronized int places() {
    return order.size();
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

  private void forgetEnded() {
    while (ended.size() > mostEnded) {
      forget(ended.remove());
    }
  }

  private void makeRoom() {
    while (weight > mostWeight) {
      Integer eldest = ended.poll();
      if (eldest != null) {
        forget(eldest);
      } else if (!dropOldest()) {
        return;
      }
    }
  }

  private void forget(int session) {
    SessionEntry gone = sessions.remove(session);
    weight -= gone == null ? 0 : gone.weight();
    if (gone != null) {
      stale += gone.forget();
    }
    if (stale > order.size() / 2) {
      order.removeIf(SessionEntry::isForgotten);
      stale = 0;
    }
  }

  /** Of the sessions that run; those that were forgotten have their places in the order still. */
  private boolean dropOldest() {
    SessionEntry entry = order.poll();
    while (entry != null && entry.isForgotten()) {
      stale--;
      entry = order.poll();
    }
    if (entry == null) {
      return false;
    }
    weight -= entry.dropOldest();
    return true;
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
  synchronized List<Observed> seen(int session) {
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
  }
}
