package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;

/**
 * A client waits for {@code conversation.item.deleted} before it deletes the next item: that event
 * does not say which item it is about (live-behaviour.md 2.10).
 */
final class OneItemIsDeletedAtATime implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.profile() != Profile.LIVE) {
      return Verdict.notApplicable("conversation.item.deleted says which item it is about");
    }
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that deletes items");
  }

  private static void judge(Connection connection, Tally tally) {
    boolean open = false;
    for (Event event : connection.events()) {
      if (event.is(EventType.CONVERSATION_ITEM_DELETE)) {
        tally.expect(!open, event, "conversation.item.deleted for the one before", "none yet");
        open = true;
      } else if (event.is(EventType.CONVERSATION_ITEM_DELETED, EventType.ERROR)) {
        open = false;
      }
    }
  }
}
