package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Patience;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Speech;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.util.List;

/**
 * A {@code response.create} is answered by {@code response.created} or an error when no answer is
 * under way and there is something to answer: the first words of a connection, something typed, or
 * the output of a tool. With nothing new since the last answer it is dropped without a word; as
 * documented it is always answered (decisions.md "response.create"; live-behaviour.md 2.4).
 */
final class AResponseCreateIsAnswered implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    boolean always = evidence.profile() == Profile.DOCUMENTED;
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.RESPONSE_CREATE)
          .filter(create -> connection.active(create).isEmpty())
          .filter(create -> !speaks(connection, create))
          .filter(create -> always || News.before(connection, create))
          .forEach(create -> judge(connection, create, tally));
    }
    return tally.verdict("a client that asks for an answer while there is none");
  }

  private static void judge(Connection connection, Event create, Tally tally) {
    boolean answered = Excuses.any(connection, create, EventType.RESPONSE_CREATED, EventType.ERROR);
    if (answered) {
      tally.tested();
    } else if (Patience.RESPONSE.isOver(connection, create) && !Excuses.any(connection, create)) {
      tally.expect(false, create, "response.created, or an error", "neither");
    }
  }

  /** Then it belongs to the speech. */
  private static boolean speaks(Connection connection, Event create) {
    List<Speech> speeches = connection.speeches();
    return speeches.stream()
        .filter(speech -> speech.events().get(0).index() < create.index())
        .anyMatch(
            speech ->
                speech
                    .first(EventType.INPUT_AUDIO_BUFFER_COMMITTED)
                    .filter(committed -> committed.index() < create.index())
                    .isEmpty());
  }
}
