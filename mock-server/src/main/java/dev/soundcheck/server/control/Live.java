package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceText;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.Weight;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Hands what happens to all who watch; each takes it at its own speed, and costs nobody else. */
final class Live implements ServerListener {
  private static final int MOST_ENDED = 100;

  private final Map<Integer, OpenedConnection> sessions = new ConcurrentHashMap<>();
  private final Queue<Integer> ended = new ArrayDeque<>();
  private final Set<LiveFeed> feeds = ConcurrentHashMap.newKeySet();

  /**
   * Somebody watches from now on.
   *
   * @param test only sessions of this test
   * @param session only this one
   */
  LiveFeed watch(Optional<String> test, Optional<Integer> session, TraceAudio audio) {
    Predicate<OpenedConnection> wanted =
        one ->
            test.map(one.test()::equals).orElse(true)
                && session.map(number -> number == one.number()).orElse(true);
    LiveFeed feed = new LiveFeed(wanted, audio, feeds::remove);
    feeds.add(feed);
    return feed;
  }

  @Override
  public void opened(OpenedConnection connection) {
    sessions.put(connection.number(), connection);
    tell(
        connection.number(),
        "opened",
        0,
        audio ->
            about(connection)
                .put("scenario", connection.scenario())
                .put("profile", connection.profile().id())
                .toString());
  }

  @Override
  public void observed(Observed observed) {
    tell(
        observed.connection(),
        "observed",
        feeds.isEmpty() ? 0 : Weight.of(observed),
        audio -> TraceText.line(observed, audio));
    if (observed instanceof Observed.Closed) {
      ended(observed.connection());
    }
  }

  /** Lines that were not met are found after the end, so it is known for a while longer. */
  private void ended(int session) {
    synchronized (ended) {
      ended.add(session);
      if (ended.size() > MOST_ENDED) {
        sessions.remove(ended.remove());
      }
    }
  }

  @Override
  public void found(ConnectionFinding finding) {
    OpenedConnection connection = sessions.get(finding.connection());
    if (connection != null) {
      tell(
          finding.connection(),
          "finding",
          Weight.of(finding),
          audio ->
              about(connection)
                  .put("at_ms", finding.at().toMillis())
                  .put("kind", finding.kind().name().toLowerCase(Locale.ROOT))
                  .put("message", finding.message())
                  .toString());
    }
  }

  @Override
  public void waits(int connection, Duration at, String what) {
    OpenedConnection open = sessions.get(connection);
    if (open != null) {
      tell(connection, "waits", 0, audio -> about(open).put("waits_for", what).toString());
    }
  }

  private void tell(int session, String kind, long heavy, Function<TraceAudio, String> data) {
    OpenedConnection connection = sessions.get(session);
    if (connection != null) {
      feeds.forEach(feed -> feed.offer(connection, kind, heavy, data));
    }
  }

  private static ObjectNode about(OpenedConnection connection) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("session", connection.number())
        .put("test", connection.test());
  }
}
