package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of a client about how often it calls. */
final class CallsOptions {
  private static final int MOST = 1000;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description =
          "Take all turns N times, each time in a session of its own (default: ${DEFAULT-VALUE}).")
  private int repeat = 1;

  @Option(
      names = "--reconnect",
      paramLabel = "N",
      description =
          "Dial again up to N times in a row when the connection breaks or nobody listens, waiting twice as long each time; a refusal such as 401 stands (default: ${DEFAULT-VALUE}).")
  private int reconnect;

  @Option(
      names = "--reconnect-after",
      paramLabel = "TIME",
      converter = TimeName.class,
      description = "With --reconnect, the longest first wait (default: 500ms).")
  private Optional<Duration> after = Optional.empty();

  @Option(
      names = "--reconnect-seed",
      paramLabel = "N",
      description =
          "With --reconnect, how waits are shortened at random (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** Adds what is wrong with them. */
  void check(List<String> mistakes) {
    if (repeat < 1 || repeat > MOST) {
      mistakes.add("--repeat: expected 1 to %d, found %d.".formatted(MOST, repeat));
    }
    if (reconnect < 0 || reconnect > MOST) {
      mistakes.add("--reconnect: expected 0 to %d, found %d.".formatted(MOST, reconnect));
    }
    if (reconnect == 0 && after.isPresent()) {
      mistakes.add("--reconnect-after: expected --reconnect N beside it.");
    }
  }

  int times() {
    return repeat;
  }

  Backoff backoff() {
    Backoff usual = Backoff.NEVER;
    return new Backoff(reconnect, after.orElse(usual.first()), usual.most(), seed);
  }
}
