package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A client whose user speaks while there is still sound to be played may say how much of it was
 * heard, so that the conversation does not hold words that nobody heard (live-behaviour.md 2.9).
 */
final class ABargeInIsTruncated implements ClientRule {
  /** A client that leaves so soon need not say it any more. Ours. */
  private static final Duration SOON = Duration.ofSeconds(1);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED)
          .filter(speech -> speech.at().plus(SOON).compareTo(connection.end()) < 0)
          .forEach(speech -> judge(speech, connection, tally));
    }
    return tally.verdict("speech while an answer is being played");
  }

  private static void judge(Event speech, Connection connection, Tally tally) {
    Optional<String> item =
        connection.responses().stream()
            .flatMap(ABargeInIsTruncated::spoken)
            .filter(delta -> delta.index() < speech.index())
            .reduce((earlier, later) -> later)
            .map(Event::itemId);
    if (item.filter(id -> isPlaying(id, speech, connection)).isPresent()) {
      tally.expect(
          connection
              .events(EventType.CONVERSATION_ITEM_TRUNCATE)
              .anyMatch(truncate -> truncate.itemId().equals(item.get())),
          speech,
          "conversation.item.truncate of what was being played",
          "none");
    }
  }

  private static Stream<Event> spoken(Response response) {
    return response.events().stream()
        .filter(event -> event.is(EventType.RESPONSE_OUTPUT_AUDIO_DELTA));
  }

  private static boolean isPlaying(String id, Event speech, Connection connection) {
    SpokenItem item = SpokenItem.of(id, speech, connection);
    return item.length()
        .filter(length -> item.begin().plus(length).compareTo(speech.at()) > 0)
        .isPresent();
  }
}
