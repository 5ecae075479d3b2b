package dev.soundcheck.conformance.rule.keepalive;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.time.Duration;
import java.util.List;

/**
 * A {@code ping} comes every 10 000 ms, exactly by its own {@code timestamp} (live-behaviour.md 3).
 * On the way it may lose or gain some time.
 */
final class PingsComeEveryTenSeconds implements ServerRule {
  private static final long EVERY_MS = 10_000;

  /** Ours: the captured one came 8 ms early, and computers that are busy are late. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

  @Override
  public Verdict judge(Evidence evidence) {
    if (!evidence.profile().has(EventType.PING)) {
      return Verdict.notApplicable("the profile has no ping");
    }
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      List<Event> pings = connection.events(EventType.PING).toList();
      for (int i = 0; i < pings.size(); i++) {
        if (i > 0) {
          judge(connection, pings.get(i - 1), pings.get(i), tally);
        }
      }
      if (!pings.isEmpty()) {
        missing(connection, pings.get(pings.size() - 1), tally);
      }
    }
    return tally.verdict("a connection that lasts for more than ten seconds");
  }

  private static void judge(Connection connection, Event before, Event ping, Tally tally) {
    long apart = stamp(ping) - stamp(before);
    tally.expect(
        apart == EVERY_MS,
        ping,
        "a timestamp 10000 ms after that of the ping before",
        "%d ms".formatted(apart));
    if (!connection.end().isZero()) {
      Duration came = ping.at().minus(before.at());
      tally.expect(
          came.minusMillis(EVERY_MS).abs().compareTo(ON_THE_WAY) <= 0,
          ping,
          "10 s after the ping before, give or take 5 s",
          "%d ms".formatted(came.toMillis()));
    }
  }

  private static void missing(Connection connection, Event last, Tally tally) {
    Duration since = connection.end().minus(last.at());
    if (since.compareTo(ON_THE_WAY.plusMillis(EVERY_MS)) > 0) {
      tally.expect(
          false,
          last,
          "another ping 10 s later",
          "none in the %d s until the connection ends".formatted(since.toSeconds()));
    }
  }

  private static long stamp(Event ping) {
    return ping.json().path("timestamp").asLong(0);
  }
}
