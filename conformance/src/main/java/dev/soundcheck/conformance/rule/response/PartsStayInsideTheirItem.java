package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;

/**
 * What is told of an item of a response stands between its {@code output_item.added} and its {@code
 * output_item.done}; each of its parts is begun once, and done when the item is (live-behaviour.md
 * 2.2, 2.5).
 */
final class PartsStayInsideTheirItem implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence
        .responses()
        .flatMap(response -> OutputItem.of(response).stream())
        .forEach(item -> judge(item, tally));
    return tally.verdict("a server that answers with something");
  }

  private static void judge(OutputItem item, Tally tally) {
    boolean begun = false;
    boolean done = false;
    for (Event event : item.events()) {
      if (event.is(EventType.RESPONSE_OUTPUT_ITEM_ADDED)) {
        begun = true;
      } else if (event.is(EventType.RESPONSE_OUTPUT_ITEM_DONE)) {
        done = true;
      } else {
        tally.expect(begun, event, "output_item.added of %s before".formatted(item.id()), "none");
        tally.expect(!done, event, "this before output_item.done of " + item.id(), "it behind");
      }
    }
    for (Part part : item.parts()) {
      judge(part, tally);
    }
  }

  private static void judge(Part part, Tally tally) {
    for (EventType once :
        List.of(EventType.RESPONSE_CONTENT_PART_ADDED, EventType.RESPONSE_CONTENT_PART_DONE)) {
      part.events(once)
          .skip(1)
          .forEach(
              again ->
                  tally.expect(
                      false,
                      again,
                      "one %s of part %d".formatted(once.wire(), part.index()),
                      "one more"));
    }
    part.item()
        .done()
        .ifPresent(
            done ->
                tally.expect(
                    part.first(EventType.RESPONSE_CONTENT_PART_DONE).isPresent(),
                    done,
                    "content_part.done of part %d before".formatted(part.index()),
                    "none"));
  }
}
