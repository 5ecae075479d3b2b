package dev.soundcheck.conformance.suite;

import dev.soundcheck.schemas.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a suite is to be run.
 *
 * @param profile the wire profile that whoever is judged is held against
 * @param only places in the tree of requirements; all of it when empty
 * @param strict whether should counts as must
 * @param known what is known to fail
 * @param atOnce how many conversations are held at once
 * @param limit how long one may last
 * @param budget how long all of them together may last; without end when empty
 * @param tool the version that judges
 */
public record Plan(
    Profile profile,
    List<String> only,
    boolean strict,
    KnownFailing known,
    int atOnce,
    Duration limit,
    Optional<Duration> budget,
    String tool) {
  /** A whole suite against the live profile. */
  public static final Plan USUAL =
      new Plan(
          Profile.LIVE,
          List.of(),
          false,
          KnownFailing.NOTHING,
          4,
          Duration.ofMinutes(2),
          Optional.empty(),
          "development");

  public Plan {
    only = List.copyOf(only);
  }

  /** The same against another profile. */
  public Plan with(Profile other) {
    return new Plan(other, only, strict, known, atOnce, limit, budget, tool);
  }

  /** The same, but only these places of the tree. */
  public Plan only(List<String> places) {
    return new Plan(profile, places, strict, known, atOnce, limit, budget, tool);
  }

  /** The same with this many conversations at once, none longer than that. */
  public Plan holding(int conversations, Duration longest) {
    return new Plan(profile, only, strict, known, conversations, longest, budget, tool);
  }
}
