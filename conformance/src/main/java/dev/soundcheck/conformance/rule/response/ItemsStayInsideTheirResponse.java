package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.HashMap;
import java.util.Map;

/**
 * An item of a response is begun once and done once, in one response, and all are done when a
 * response is completed (live-behaviour.md 2.2, 2.5). One that was broken off leaves them open
 * (2.6).
 */
final class ItemsStayInsideTheirResponse implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Connection connection : evidence.connections()) {
      Map<String, String> owners = new HashMap<>();
      for (Response response : connection.responses()) {
        for (OutputItem item : OutputItem.of(response)) {
          judge(item, tally);
          owned(item, response, owners, tally);
        }
        allDone(response, tally);
      }
    }
    return tally.verdict("a server that answers with something");
  }

  private static void judge(OutputItem item, Tally tally) {
    item.events(EventType.RESPONSE_OUTPUT_ITEM_ADDED)
        .skip(1)
        .forEach(
            again ->
                tally.expect(false, again, "one output_item.added of " + item.id(), "one more"));
    item.events(EventType.RESPONSE_OUTPUT_ITEM_DONE)
        .skip(1)
        .forEach(
            again ->
                tally.expect(false, again, "one output_item.done of " + item.id(), "one more"));
    item.done()
        .ifPresent(
            done ->
                tally.expect(
                    item.added().filter(added -> added.index() < done.index()).isPresent(),
                    done,
                    "output_item.added of %s before".formatted(item.id()),
                    "none"));
  }

  private static void owned(
      OutputItem item, Response response, Map<String, String> owners, Tally tally) {
    String owner = owners.putIfAbsent(item.id(), response.id());
    tally.expect(
        owner == null,
        item.events().get(0),
        "an item of its own",
        "%s, which is in the response %s".formatted(item.id(), owner));
  }

  private static void allDone(Response response, Tally tally) {
    if (response.done().isEmpty() || response.cut()) {
      return;
    }
    for (OutputItem item : OutputItem.of(response)) {
      tally.expect(
          item.done().isPresent(),
          response.done().get(),
          "output_item.done of %s before".formatted(item.id()),
          "none");
    }
  }
}
