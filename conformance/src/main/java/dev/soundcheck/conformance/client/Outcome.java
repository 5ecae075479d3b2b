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
 * @param seen all that was said by both sides; of sound 64 MiB on each connection, beyond that its
 *     length and SHA-256
 * @param exchanges the client's turns and what came of them
 * @param answers all responses, asked for or not
 * @param findings what the contract does not allow in the server's events
 * @param unmet lines of the scenario that were not met
 * @param failure why it ended before it was done, if it did
 * @param drops connections that broke, after which the client dialled again
 * @param conversation the id of the conversation, with which it can be resumed
 */
public record Outcome(
    List<Observed> seen,
    List<Exchange> exchanges,
    List<Answer> answers,
    List<Finding> findings,
    List<Unmet> unmet,
    Optional<String> failure,
    List<Drop> drops,
    Optional<String> conversation) {
  public Outcome {
    seen = List.copyOf(seen);
    exchanges = List.copyOf(exchanges);
    answers = List.copyOf(answers);
    findings = List.copyOf(findings);
    unmet = List.copyOf(unmet);
    drops = List.copyOf(drops);
  }

  /** One whose connection did not break, and whose conversation nobody asks for. */
  public Outcome(
      List<Observed> seen,
      List<Exchange> exchanges,
      List<Answer> answers,
      List<Finding> findings,
      List<Unmet> unmet,
      Optional<String> failure) {
    this(seen, exchanges, answers, findings, unmet, failure, List.of(), Optional.empty());
  }

  /** Both, as one conversation on two connections. */
  Outcome and(Outcome later) {
    return new Outcome(
        both(seen, later.seen),
        both(exchanges, later.exchanges),
        both(answers, later.answers),
        both(findings, later.findings),
        both(unmet, later.unmet),
        failure.or(later::failure),
        both(drops, later.drops),
        later.conversation.or(this::conversation));
  }

  /** The same, but broken off because of this. */
  Outcome failed(String why) {
    return new Outcome(
        seen, exchanges, answers, findings, unmet, Optional.of(why), drops, conversation);
  }

  /**
   * The same, but gone on with after its connection broke: a turn without an answer comes again.
   */
  Outcome survived(Drop drop) {
    List<Exchange> kept =
        exchanges.isEmpty() || exchanges.get(exchanges.size() - 1).answered()
            ? exchanges
            : exchanges.subList(0, exchanges.size() - 1);
    return new Outcome(
        seen, kept, answers, findings, unmet, Optional.empty(), List.of(drop), conversation);
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
