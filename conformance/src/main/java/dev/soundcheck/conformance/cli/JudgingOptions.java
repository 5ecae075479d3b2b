package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.suite.KnownFailing;
import dev.soundcheck.conformance.suite.Plan;
import dev.soundcheck.schemas.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of both suites: what is judged, how strictly, and where the report goes. */
final class JudgingOptions {
  @Option(
      names = "--only",
      paramLabel = "SECTION/...",
      split = ",",
      description =
          "Judge only this part of the requirements: a section, or the id of one. Can be repeated.")
  private List<String> only = List.of();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileName.class,
      completionCandidates = ProfileName.class,
      description = "Wire profile, one of ${COMPLETION-CANDIDATES} (default: live).")
  private Profile profile = Profile.LIVE;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write the report there: a page, JUnit XML, JSON, Cucumber messages, a badge.")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--strict", description = "What should be has to be: warnings count too.")
  private boolean strict;

  @Option(
      names = "--known-failing",
      paramLabel = "FILE",
      description =
          "What is known to fail, as YAML: a list of {fails: ID, because: REASON}. It is judged all the same, and one that passes fails the run.")
  private Optional<Path> knownFailing = Optional.empty();

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "How many conversations are held at once (default: ${DEFAULT-VALUE}).")
  private int atOnce = 4;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long one conversation may last (default: ${DEFAULT-VALUE}).")
  private int timeout = 120;

  @Option(names = "--json", description = "Print only the results, as JSON.")
  private boolean json;

  boolean json() {
    return json;
  }

  Profile profile() {
    return profile;
  }

  Optional<Path> report() {
    return report;
  }

  /** Adds what is wrong with them. */
  void check(List<String> mistakes) {
    if (atOnce < 1 || atOnce > 100) {
      mistakes.add("--at-once: expected 1 to 100, found %d.".formatted(atOnce));
    }
    if (timeout < 1) {
      mistakes.add("--timeout: expected at least 1 second, found %d.".formatted(timeout));
    }
    report
        .filter(folder -> Files.exists(folder) && !Files.isDirectory(folder))
        .ifPresent(
            file ->
                mistakes.add("--report: expected a folder, found the file '%s'.".formatted(file)));
    knownFailing
        .filter(file -> !Files.isReadable(file))
        .ifPresent(
            file ->
                mistakes.add("--known-failing: there is no file '%s' to read.".formatted(file)));
  }

  /** How the suite is to be run. */
  Plan plan(Optional<Duration> budget) {
    try {
      return new Plan(
          profile,
          only,
          strict,
          knownFailing.map(KnownFailing::read).orElse(KnownFailing.NOTHING),
          atOnce,
          Duration.ofSeconds(timeout),
          budget,
          Version.text());
    } catch (IllegalArgumentException wrong) {
      throw new WrongUse("--known-failing: " + wrong.getMessage());
    }
  }
}
