package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.util.List;

/**
 * A {@code force_message} is spoken without being asked for; a {@code response.create} behind it
 * asks for one answer more (live-behaviour.md 2.11).
 */
final class ForcedWordsAreNotAskedFor implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.CONVERSATION_ITEM_CREATE)
          .filter(create -> create.text("/item/type").equals("force_message"))
          .forEach(forced -> judge(forced, connection, tally));
    }
    return tally.verdict("a client that makes the assistant say its words");
  }

  private static void judge(Event forced, Connection connection, Tally tally) {
    tally.tested();
    List<Event> later = connection.after(forced);
    later.stream()
        .filter(
            event -> isNews(event) || event.is(EventType.RESPONSE_CREATE, EventType.RESPONSE_DONE))
        .findFirst()
        .filter(first -> first.is(EventType.RESPONSE_CREATE))
        .ifPresent(
            create -> tally.expect(false, create, "no response.create for a force_message", "one"));
  }

  /** Something else that an answer may be asked for. */
  private static boolean isNews(Event event) {
    boolean sound = event.from() == Origin.CLIENT && event.isSound();
    return sound
        || event.is(
            EventType.CONVERSATION_ITEM_CREATE,
            EventType.INPUT_AUDIO_BUFFER_COMMIT,
            EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED);
  }
}
