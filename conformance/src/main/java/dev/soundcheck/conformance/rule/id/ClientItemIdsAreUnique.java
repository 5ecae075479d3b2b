package dev.soundcheck.conformance.rule.id;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * A client that names an item uses no name that another one has: the server keeps it word for word,
 * and refuses it the second time (live-behaviour.md 1.1; docs/decisions/session-choices.md).
 */
final class ClientItemIdsAreUnique implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence.connections().forEach(connection -> judge(connection, tally));
    return tally.verdict("a client that gives its items ids");
  }

  private static void judge(Connection connection, Tally tally) {
    KnownItems items = new KnownItems();
    for (Event event : connection.events()) {
      String id = event.text("/item/id");
      if (event.is(EventType.CONVERSATION_ITEM_CREATE) && !id.isEmpty()) {
        tally.expect(!items.taken(id), event, "an item id that is free", id);
      }
      items.take(event);
    }
  }
}
