package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.time.Duration;

/**
 * A response that was begun ends with one {@code response.done} (live-behaviour.md 2.2). As
 * captured one vanishes without a word when nothing of it came yet, or when somebody speaks (2.3,
 * 2.4, 2.6); by the documents it is cancelled (decisions.md "Orders").
 */
final class EachResponseEndsOnce implements ServerRule {
  /** Ours: how long a server may think in the midst of an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    boolean vanishes = Profiles.captured(evidence.profile());
    for (Connection connection : evidence.connections()) {
      for (Response response : connection.responses()) {
        again(response, tally);
        if (response.done().isPresent()) {
          tally.tested();
        } else if (response.created().isPresent() && !(vanishes && may(connection, response))) {
          missing(connection, response, response.created().get(), tally);
        }
      }
    }
    return tally.verdict("an answer that comes to its end");
  }

  private static void again(Response response, Tally tally) {
    response.events().stream()
        .filter(event -> event.is(EventType.RESPONSE_DONE))
        .skip(1)
        .forEach(done -> tally.expect(false, done, "one response.done", "one more"));
  }

  /** Whether it may vanish: nothing of it came yet, or somebody speaks. */
  private static boolean may(Connection connection, Response response) {
    return response.events().size() == 1
        || response.created().stream()
            .flatMap(created -> connection.after(created).stream())
            .anyMatch(event -> event.is(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED));
  }

  /** What may still have come is not missed. */
  private static void missing(
      Connection connection, Response response, Event created, Tally tally) {
    Event last = response.events().get(response.events().size() - 1);
    if (connection.next(last, EventType.RESPONSE_CREATED).isPresent()) {
      tally.expect(false, created, "response.done before the next response", "none");
    } else if (last.at().plus(PATIENCE).compareTo(connection.end()) < 0) {
      tally.expect(false, created, "response.done within 30 s of what came last of it", "none");
    }
  }
}
