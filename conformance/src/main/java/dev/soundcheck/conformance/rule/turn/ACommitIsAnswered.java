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
import java.util.Optional;

/**
 * A commit of speech is a turn: it is answered, and nobody has to ask (live-behaviour.md 2.4). As
 * documented it is not answered until {@code response.create} (live-behaviour.md 8.1). A commit of
 * silence says nothing.
 */
final class ACommitIsAnswered implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    boolean waits = evidence.profile() == Profile.DOCUMENTED;
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.INPUT_AUDIO_BUFFER_COMMIT)
          .filter(commit -> !connection.asked(commit).serverVad())
          .filter(commit -> !connection.agreed(commit).serverVad())
          .forEach(commit -> judge(connection, commit, waits, tally));
    }
    return tally.verdict("a client that commits speech, without server VAD");
  }

  private static void judge(Connection connection, Event commit, boolean waits, Tally tally) {
    Optional<Event> committed = committed(connection, commit);
    if (committed.isEmpty()) {
      unheard(connection, commit, tally);
    } else if (waits) {
      unasked(connection, committed.get(), tally);
    } else {
      connection.speeches().stream()
          .filter(speech -> speech.itemId().equals(committed.get().itemId()))
          .filter(speech -> Excuses.areTurn(speech.words()))
          .forEach(speech -> answered(connection, speech, commit, tally));
    }
  }

  /** The first one before the client commits again. */
  private static Optional<Event> committed(Connection connection, Event commit) {
    return connection.after(commit).stream()
        .takeWhile(event -> !event.is(EventType.INPUT_AUDIO_BUFFER_COMMIT))
        .filter(event -> event.is(EventType.INPUT_AUDIO_BUFFER_COMMITTED))
        .findFirst();
  }

  /** The server told that it hears speech; then there is something to commit. */
  private static void unheard(Connection connection, Event commit, Tally tally) {
    boolean speaking =
        connection.speeches().stream()
            .filter(speech -> speech.events().get(0).index() < commit.index())
            .filter(speech -> speech.first(EventType.INPUT_AUDIO_BUFFER_COMMITTED).isEmpty())
            .anyMatch(speech -> !Excuses.cleared(connection, speech.events().get(0)));
    if (speaking && Patience.REPLY.isOver(connection, commit)) {
      tally.expect(false, commit, "input_audio_buffer.committed of the speech", "none");
    }
  }

  private static void unasked(Connection connection, Event committed, Tally tally) {
    boolean answered =
        connection.after(committed).stream()
            .takeWhile(
                event -> !event.is(EventType.RESPONSE_CREATE, EventType.CONVERSATION_ITEM_CREATE))
            .anyMatch(event -> event.is(EventType.RESPONSE_CREATED));
    if (!owed(connection, committed)) {
      tally.expect(!answered, committed, "no answer before response.create", "response.created");
    }
  }

  /** Whether an answer that was asked for before has not begun. */
  private static boolean owed(Connection connection, Event committed) {
    return connection.before(committed).stream()
        .filter(event -> event.is(EventType.RESPONSE_CREATE, EventType.RESPONSE_CREATED))
        .reduce((earlier, later) -> later)
        .filter(event -> event.is(EventType.RESPONSE_CREATE))
        .isPresent();
  }

  private static void answered(Connection connection, Speech speech, Event commit, Tally tally) {
    boolean answered = Excuses.any(connection, commit, EventType.RESPONSE_CREATED);
    boolean asked =
        connection.after(speech.events().get(0)).stream()
            .takeWhile(event -> event.index() < commit.index())
            .anyMatch(event -> event.is(EventType.RESPONSE_CREATE));
    if (answered) {
      tally.tested();
    } else if (!asked
        && Patience.RESPONSE.isOver(connection, commit)
        && !Excuses.any(connection, commit)) {
      tally.expect(false, commit, "response.created for this turn", "none");
    }
  }
}
