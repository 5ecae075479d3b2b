package dev.soundcheck.conformance.cli;

import dev.soundcheck.server.SessionLimits;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How many sessions there may be, and how long they may last. */
final class LimitOptions {
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
   * @throws dev.soundcheck.server.ServerException when a limit is none
   */
  SessionLimits limits() {
    SessionLimits limits = SessionLimits.USUAL;
    if (maxSessions.isPresent()) {
      limits = limits.atMost(maxSessions.get());
    }
    if (maxDuration.isPresent()) {
      limits = limits.lasting(maxDuration.get());
    }
    return inactivity.isPresent() ? limits.quietFor(inactivity.get()) : limits;
  }
}
