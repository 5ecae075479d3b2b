package dev.soundcheck.server;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Journals of all connections together, and for each test journals of its own. */
final class JournalShelf implements ServerListener {
  private final Function<String, Instant> clocks;
  private final Limits limits;
  private final Journals all;
  private final Map<String, Journals> tests = new ConcurrentHashMap<>();
  private final Map<Integer, String> testOf = new ConcurrentHashMap<>();

  /** With the clock of each test; the one without a name is that of the connections of none. */
  JournalShelf(Function<String, Instant> clocks, Limits limits) {
    this.clocks = clocks;
    this.limits = limits;
    all = journals("");
  }

  /** Of all tests and none. */
  Journals all() {
    return all;
  }

  Journals of(String test) {
    return tests.computeIfAbsent(test, this::journals);
  }

  private Journals journals(String test) {
    return new Journals(() -> clocks.apply(test), limits.most(Limit.JOURNAL));
  }

  /** Forgets what this test was shown; what all together were shown stays. */
  void reset(String test) {
    tests.remove(test);
  }

  @Override
  public void opened(OpenedConnection connection) {
    all.opened(connection);
    if (!connection.test().isEmpty()) {
      testOf.put(connection.number(), connection.test());
      of(connection.test()).opened(connection);
    }
  }

  @Override
  public void observed(Observed observed) {
    all.observed(observed);
    String test = testOf.get(observed.connection());
    if (test != null) {
      of(test).observed(observed);
    }
  }

  @Override
  public void found(ConnectionFinding finding) {
    all.found(finding);
    String test = testOf.get(finding.connection());
    if (test != null) {
      of(test).found(finding);
    }
  }
}
