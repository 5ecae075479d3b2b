package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Errors;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Patience;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import java.util.Optional;

/**
 * Each {@code conversation.item.create} is answered by {@code conversation.item.added} with all
 * that the client gave, or by an error (clients.md A/4); forced words are not added
 * (live-behaviour.md 2.11).
 */
final class CreatedItemsAreAdded implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    Echo echo = new Echo(evidence.profile());
    for (Connection connection : evidence.connections()) {
      Creations creations = Creations.of(connection, echo);
      for (Event create : creations.creates()) {
        Optional<Event> added = creations.added(create);
        if (added.isPresent()) {
          kept(create, added.get(), echo, tally);
        } else {
          missed(connection, create, tally);
        }
      }
    }
    return tally.verdict("a client that creates items");
  }

  private static void kept(Event create, Event added, Echo echo, Tally tally) {
    Optional<String> lost = echo.difference(create, added);
    tally.expect(
        lost.isEmpty(), added, "the item as the client created it", lost.orElse("all of it"));
  }

  private static void missed(Connection connection, Event create, Tally tally) {
    if (Errors.after(connection, create).isPresent()) {
      tally.tested();
    } else if (Patience.REPLY.isOver(connection, create)) {
      tally.expect(false, create, "conversation.item.added with this item, or an error", "neither");
    }
  }
}
