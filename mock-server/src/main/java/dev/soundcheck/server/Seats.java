package dev.soundcheck.server;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.api.Admission;
import dev.soundcheck.server.play.Witness;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many sessions are open at once: of each test, of each API key, and of all. Safe for use by
 * many threads.
 */
final class Seats {
  private final Limits limits;
  private final Map<Row, Integer> taken = new HashMap<>();

  /** What is counted together. */
  private record Row(Limit limit, String name) {}

  Seats(Limits limits) {
    this.limits = limits;
  }

  /** Takes one, unless there are no more; then says by which limit, and takes none. */
  synchronized Optional<Limit> refuses(Admission admission) {
    List<Row> rows = rows(admission);
    Optional<Row> full =
        rows.stream()
            .filter(row -> taken.getOrDefault(row, 0) >= limits.most(row.limit()))
            .findFirst();
    if (full.isEmpty()) {
      rows.forEach(row -> taken.merge(row, 1, Integer::sum));
    }
    return full.map(Row::limit);
  }

  private static List<Row> rows(Admission admission) {
    return List.of(
        new Row(Limit.SESSIONS, admission.test()),
        new Row(Limit.SESSIONS_PER_KEY, admission.owner()),
        new Row(Limit.SESSIONS_IN_TOTAL, ""));
  }

  /** Nobody is remembered who has none. */
  private synchronized void leave(Admission admission) {
    rows(admission)
        .forEach(row -> taken.computeIfPresent(row, (same, many) -> many > 1 ? many - 1 : null));
  }

  /** Tells another witness everything, and gives the seat back once the connection is closed. */
  Witness untilClosed(Admission admission, Witness other) {
    return new Sitting(() -> leave(admission), other, new AtomicBoolean());
  }

  private record Sitting(Runnable leaves, Witness other, AtomicBoolean left) implements Relay {
    @Override
    public void observed(Observed observed) {
      if (observed instanceof Observed.Closed && left.compareAndSet(false, true)) {
        leaves.run();
      }
      other.observed(observed);
    }
  }
}
