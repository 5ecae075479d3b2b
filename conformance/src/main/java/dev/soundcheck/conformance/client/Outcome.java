package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.script.Unmet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A conversation that is over.
 *
 * @param seen all that was said by both sides
 * @param exchanges the client's turns and what came of them
 * @param answers all responses, asked for or not
 * @param findings what the contract does not allow in the server's events
 * @param unmet lines of the scenario that were not met
 * @param failure why it ended before it was done, if it did
 */
public record Outcome(
    List<Observed> seen,
    List<Exchange> exchanges,
    List<Answer> answers,
    List<Finding> findings,
    List<Unmet> unmet,
    Optional<String> failure) {
  public Outcome {
    seen = List.copyOf(seen);
    exchanges = List.copyOf(exchanges);
    answers = List.copyOf(answers);
    findings = List.copyOf(findings);
    unmet = List.copyOf(unmet);
  }

  /** Both, as one conversation on two connections. */
  Outcome and(Outcome later) {
    return new Outcome(
        both(seen, later.seen),
        both(exchanges, later.exchanges),
        both(answers, later.answers),
        both(findings, later.findings),
        both(unmet, later.unmet),
        failure.or(later::failure));
  }

  /** The same, but broken off because of this. */
  Outcome failed(String why) {
    return new Outcome(seen, exchanges, answers, findings, unmet, Optional.of(why));
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
