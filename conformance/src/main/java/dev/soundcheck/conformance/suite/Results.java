package dev.soundcheck.conformance.suite;

import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Check.Weight;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a suite. Every report is made of this and of nothing else.
 *
 * @param target who was judged: an address without keys, or a command
 * @param judged which side that is
 * @param profile the wire profile it was held against
 * @param revision which requirements
 * @param tool the version that judged
 * @param began when
 * @param took how long it took
 * @param strict whether should counted as must
 * @param conversations in the order of the suite
 * @param checks in the order of the requirements
 */
public record Results(
    String target,
    Origin judged,
    Profile profile,
    String revision,
    String tool,
    Instant began,
    Duration took,
    boolean strict,
    List<Held> conversations,
    List<Check> checks) {
  public Results {
    conversations = List.copyOf(conversations);
    checks = List.copyOf(checks);
  }

  /** How many checks have this status. */
  public int count(Status status) {
    return (int) checks.stream().filter(check -> check.status() == status).count();
  }

  /** How many checks mean this for the run. */
  public int count(Weight weight) {
    return (int) checks.stream().filter(check -> check.weight(strict) == weight).count();
  }

  /** Whether the run fails. */
  public boolean red() {
    return count(Weight.RED) > 0;
  }

  /** The conversation of this name. */
  public Optional<Held> conversation(String name) {
    return conversations.stream().filter(held -> held.name().equals(name)).findFirst();
  }
}
