package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Settings.Direction;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * A client does not cut an item of which no sound has come: there is nothing to be cut, and servers
 * have refused it (field.md "Bugs", second row; decisions.md "Orders"). Sound in binary frames
 * names no item.
 */
final class TruncateIsNotOfNothing implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      connection
          .events(EventType.CONVERSATION_ITEM_TRUNCATE)
          .filter(truncate -> isTheAssistants(truncate, connection))
          .filter(truncate -> !connection.agreed(truncate).binary(Direction.OUTPUT))
          .forEach(truncate -> judge(truncate, connection, tally));
    }
    return tally.verdict("a client that truncates an item of an answer");
  }

  private static boolean isTheAssistants(Event truncate, Connection connection) {
    return connection.before(truncate).stream()
        .anyMatch(
            event ->
                event.itemId().equals(truncate.itemId())
                    && event.text("/item/role").equals("assistant"));
  }

  private static void judge(Event truncate, Connection connection, Tally tally) {
    tally.expect(
        !SpokenItem.at(truncate, connection).isSilent(),
        truncate,
        "an item of which sound has come",
        "none of it yet");
  }
}
