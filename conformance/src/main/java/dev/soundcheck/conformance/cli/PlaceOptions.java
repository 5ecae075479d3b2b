package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.schemas.Profile;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a client about the endpoint it calls. */
final class PlaceOptions {
  @Mixin private EndpointOptions endpoint = new EndpointOptions();

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      completionCandidates = Choices.Scenarios.class,
      description = "Ask a mock to play this scenario.")
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileName.class,
      completionCandidates = ProfileName.class,
      description =
          "The contract to hold the server's events against, one of ${COMPLETION-CANDIDATES} (default: live).")
  private Profile profile = Profile.LIVE;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait when nothing comes (default: ${DEFAULT-VALUE}).")
  private int timeout = 30;

  Profile profile() {
    return profile;
  }

  int timeout() {
    return timeout;
  }

  /** Adds what is wrong with them. */
  void check(List<String> mistakes) {
    endpoint.check(mistakes);
    if (timeout < 1) {
      mistakes.add("--timeout: expected at least 1 second, found %d.".formatted(timeout));
    }
  }

  /** Whom to call; a scenario that is not named here may be {@code played}. */
  Target target(Optional<String> usualKey, Optional<String> played) {
    Target target = endpoint.target(usualKey);
    return scenario.or(() -> played).map(target::playing).orElse(target);
  }
}
