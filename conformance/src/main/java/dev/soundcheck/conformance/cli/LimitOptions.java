package dev.soundcheck.conformance.cli;

import dev.soundcheck.server.Limit;
import dev.soundcheck.server.Limits;
import dev.soundcheck.server.ServerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a server takes before it refuses more. */
final class LimitOptions {
  /** The words of all limits. */
  static final class LimitNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Limit.values()).map(Limit::word).iterator();
    }
  }

  @Option(
      names = "--max-sessions",
      paramLabel = "N",
      description =
          "Sessions at once; one more is told so by its first event and closed (default: any number).")
  private Optional<Integer> maxSessions = Optional.empty();

  @Option(
      names = "--max-duration",
      paramLabel = "TIME",
      converter = TimeName.class,
      description = "How long a session may last, such as 30min (default: 120min).")
  private Optional<Duration> maxDuration = Optional.empty();

  @Option(
      names = "--inactivity",
      paramLabel = "TIME",
      converter = TimeName.class,
      description = "How long a client may send nothing, such as 90s (default: for ever).")
  private Optional<Duration> inactivity = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "LIMITS",
      completionCandidates = LimitNames.class,
      description =
          "Any limit, as message=1MiB,sessions-per-key=10, of ${COMPLETION-CANDIDATES}; 'soundcheck limits' explains all.")
  private List<String> limits = List.of();

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      converter = TimeName.class,
      description =
          "How long a scenario waits for each line of the client, such as 5s (default: 2min).")
  private Optional<Duration> patience = Optional.empty();

  Optional<Duration> patience() {
    return patience;
  }

  /**
   * As asked for.
   *
   * @throws WrongUse with every mistake
   */
  Limits limits() {
    List<String> mistakes = new ArrayList<>();
    Limits all = Limits.USUAL;
    all = with(all, "--max-sessions", maxSessions.map(most -> "sessions=" + most), mistakes);
    all = with(all, "--max-duration", millis("duration", maxDuration), mistakes);
    all = with(all, "--inactivity", millis("idle", inactivity), mistakes);
    for (String written : limits) {
      all = with(all, "--limit", Optional.of(written), mistakes);
    }
    if (!mistakes.isEmpty()) {
      throw new WrongUse(mistakes);
    }
    return all;
  }

  private static Optional<String> millis(String limit, Optional<Duration> time) {
    return time.map(given -> "%s=%dms".formatted(limit, given.toMillis()));
  }

  private static Limits with(
      Limits limits, String option, Optional<String> written, List<String> mistakes) {
    try {
      return written.map(limits::with).orElse(limits);
    } catch (ServerException mistake) {
      String.valueOf(mistake.getMessage())
          .lines()
          .forEach(line -> mistakes.add(option + ": " + line));
      return limits;
    }
  }
}
