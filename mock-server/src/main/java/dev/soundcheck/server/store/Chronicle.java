package dev.soundcheck.server.store;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Writes down what happens on connections that belong to a test, where other servers do it too;
 * what happens on others stays where it is.
 */
public final class Chronicle implements ServerListener {
  private static final long USUAL = 200;

  private final Journal journal;
  private final String server;
  private final Function<String, Instant> clocks;
  private final Map<Integer, Page> pages = new ConcurrentHashMap<>();

  /** One connection, and how many lines were written of it. */
  private record Page(String test, JournalLines lines, AtomicLong count) {
    long next() {
      return count.getAndIncrement();
    }
  }

  /**
   * Nothing was written yet.
   *
   * @param server tells this server from the others
   * @param clocks the time of day of a test
   */
  public Chronicle(Journal journal, long server, Function<String, Instant> clocks) {
    this.journal = journal;
    this.server = Long.toHexString(server);
    this.clocks = clocks;
  }

  @Override
  public void opened(OpenedConnection connection) {
    if (!connection.test().isEmpty()) {
      Page page =
          new Page(
              connection.test(), new JournalLines(server, connection.number()), new AtomicLong());
      pages.put(connection.number(), page);
      Instant at = clocks.apply(connection.test());
      long number = page.next();
      journal.note(page.test(), USUAL, () -> page.lines().opened(number, connection, at));
    }
  }

  @Override
  public void observed(Observed seen) {
    Page page = pages.get(seen.connection());
    if (page != null) {
      long number = page.next();
      journal.note(page.test(), Weight.of(seen), () -> page.lines().seen(number, seen));
      if (seen instanceof Observed.Closed) {
        pages.remove(seen.connection());
      }
    }
  }

  @Override
  public void found(ConnectionFinding finding) {
    Page page = pages.get(finding.connection());
    if (page != null) {
      long number = page.next();
      journal.note(page.test(), Weight.of(finding), () -> page.lines().found(number, finding));
    }
  }

  @Override
  public void waits(int connection, Duration at, String what) {
    Page page = pages.get(connection);
    if (page != null) {
      long number = page.next();
      journal.note(page.test(), USUAL, () -> page.lines().waits(number, at, what));
    }
  }
}
