package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.script.Unmet;
import java.util.List;
import java.util.Optional;

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
}
