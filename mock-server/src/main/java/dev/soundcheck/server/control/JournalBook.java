package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.store.JournalEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sessions of a test, put together from the lines that several servers wrote of them. */
final class JournalBook {
  private final String test;
  private final Map<Where, Writing> sessions = new LinkedHashMap<>();

  /** Numbers are unique on one server only. */
  private record Where(String server, int session) {}

  private JournalBook(String test) {
    this.test = test;
  }

  /** In the order in which they were opened, as far as that is known. */
  static Collection<JournalPage> read(String test, List<String> lines) {
    JournalBook book = new JournalBook(test);
    lines.forEach(line -> JournalEntry.of(line).ifPresent(book::add));
    return book.sessions.entrySet().stream()
        .map(one -> one.getValue().page(one.getKey().server(), one.getKey().session()))
        .toList();
  }

  private void add(JournalEntry entry) {
    Where where = new Where(entry.server(), entry.session());
    Writing writing =
        sessions.computeIfAbsent(where, unknown -> new Writing(test, sessions.size() + 1));
    writing.add(entry);
  }

  /** One session, as far as it was read. */
  private static final class Writing implements JournalEntry.Reader {
    private final int number;
    private final String test;
    private final Set<Long> read = new HashSet<>();
    private final Leaves paper = new Leaves();
    private SessionEntry entry;
    private long last = -1;

    /** Its beginning may be forgotten already. */
    Writing(String test, int number) {
      this.number = number;
      this.test = test;
      this.entry =
          new SessionEntry(
              new OpenedConnection(number, test, Profile.LIVE, "", ""), Instant.EPOCH, paper);
    }

    /** A line that was written twice, because nobody heard that it was taken, counts once. */
    void add(JournalEntry line) {
      last = Math.max(last, line.number());
      if (!read.contains(line.number()) && line.tell(number, test, this)) {
        read.add(line.number());
      }
    }

    JournalPage page(String server, int session) {
      return new JournalPage(server, session, entry.page(), entry.seen(), last + 1 - read.size());
    }

    @Override
    public void opened(OpenedConnection connection, Instant at) {
      entry = new SessionEntry(connection, at, paper);
    }

    @Override
    public void observed(Observed seen) {
      entry.observed(seen);
    }

    @Override
    public void found(ConnectionFinding finding) {
      entry.found(finding);
    }

    @Override
    public void waits(String what) {
      entry.waits(what);
    }
  }
}
