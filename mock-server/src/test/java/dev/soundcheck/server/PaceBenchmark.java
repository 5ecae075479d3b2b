package dev.soundcheck.server;

import dev.soundcheck.script.Pacing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Many sessions in real time on the loopback, each with a piece of sound every 20 ms, and how late
 * the pieces come by the earliest schedule that fits all of a session's pieces (issue 5, point 6:
 * "500 sessions with a delta every 20 ms have no cumulative drift"). Prints a table in Markdown.
 *
 * <p>Arguments: how many sessions, and how many seconds; 500 and 20 where there are none.
 */
final class PaceBenchmark {
  private static final Duration EVERY = Duration.ofMillis(20);

  /** Until every session speaks, on a machine that is busy with other things. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** So many sessions speak first, for so long, so that the machine's code is ready. */
  private static final int FIRST_SESSIONS = 50;

  private static final int FIRST_SECONDS = 6;

  /** How much later than planned the last piece may come and still be counted. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  private static final String SENTENCE =
      "This is a sentence of about three seconds and a little more. ";

  private PaceBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    String feature =
        """
        Feature: Paces
          Scenario: A long answer
            When the user types anything
            Then the assistant says "%s"
        """
            .formatted(SENTENCE.repeat(seconds / 3 + 2).strip());
    ServerOptions options =
        ServerOptions.builder()
            .playing(feature)
            .pacing(Pacing.of(EVERY, EVERY))
            .journals(false)
            .build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      arrivals(server, FIRST_SESSIONS, Math.min(FIRST_SECONDS, seconds));
      print(arrivals(server, sessions, seconds), seconds);
    }
  }

  private static List<long[]> arrivals(MockVoiceServer server, int sessions, int seconds)
      throws IOException {
    try (Crowd crowd = new Crowd(server.uri(), sessions)) {
      crowd.types("Go on.");
      crowd.listensFor(LONGEST, 1);
      crowd.listensFor(
          Duration.ofSeconds(seconds).plus(GRACE), (int) (seconds * 1000L / EVERY.toMillis()));
      return crowd.arrivals();
    }
  }

  private static void print(List<long[]> arrivals, int seconds) {
    System.out.printf(
        "%d sessions for %d s, a piece every %d ms each, on %d processors: lateness in ms by the earliest schedule that fits all pieces of a session.%n%n",
        arrivals.size(), seconds, EVERY.toMillis(), Runtime.getRuntime().availableProcessors());
    System.out.println("| second | pieces | median | p95 | p99 | worst |");
    System.out.println("|---|---|---|---|---|---|");
    for (int second : new int[] {1, seconds / 4, seconds / 2, 3 * seconds / 4, seconds}) {
      row(second, lateness(arrivals, second));
    }
    long due = TimeUnit.SECONDS.toMillis(seconds) / EVERY.toMillis();
    long missing = arrivals.stream().filter(one -> one.length < due).count();
    System.out.printf("%nSessions that did not get all of their pieces: %d.%n", missing);
  }

  private static void row(int second, double[] late) {
    Arrays.sort(late);
    System.out.printf(
        "| %d | %d | %.1f | %.1f | %.1f | %.1f |%n",
        second, late.length, at(late, 0.5), at(late, 0.95), at(late, 0.99), at(late, 1));
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }

  /** Of all pieces that were due in this second, the first is second 1. */
  private static double[] lateness(List<long[]> arrivals, int second) {
    int each = (int) (1000 / EVERY.toMillis());
    List<Double> late = new ArrayList<>();
    for (long[] session : arrivals) {
      long first = schedule(session);
      for (int piece = (second - 1) * each;
          piece < Math.min(session.length, second * each);
          piece++) {
        late.add((session[piece] - first - piece * EVERY.toNanos()) / 1e6);
      }
    }
    return late.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** When the first piece was due: no piece came before its time. */
  private static long schedule(long[] session) {
    long first = Long.MAX_VALUE;
    for (int piece = 0; piece < session.length; piece++) {
      first = Math.min(first, session[piece] - piece * EVERY.toNanos());
    }
    return first;
  }
}
