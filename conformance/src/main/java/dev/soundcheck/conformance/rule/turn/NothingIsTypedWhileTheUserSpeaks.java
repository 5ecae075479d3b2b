package dev.soundcheck.conformance.rule.turn;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * A client does not type for a user who speaks: the order of both in the conversation is chance,
 * and the one answer to such a pair that was captured took nine seconds (live-behaviour.md 2.4).
 */
final class NothingIsTypedWhileTheUserSpeaks implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED)
          .forEach(begin -> tally.tested());
      connection
          .events(EventType.CONVERSATION_ITEM_CREATE)
          .filter(create -> create.text("/item/role").equals("user"))
          .forEach(create -> judge(create, connection, tally));
    }
    return tally.verdict("a user who speaks");
  }

  private static void judge(Event create, Connection connection, Tally tally) {
    tally.expect(
        !OpenSpeech.at(create, connection),
        create,
        "a message of the user when speech is over",
        "one while the user speaks");
  }
}
