package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * A client does not talk about pictures that it sends: they are taken, and the model does not see
 * them (live-behaviour.md 2.15).
 */
final class PicturesAreNotSent implements ClientRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence
        .events(EventType.CONVERSATION_ITEM_CREATE)
        .filter(create -> create.text("/item/type").equals("message"))
        .forEach(create -> judge(create, tally));
    return tally.verdict("a client that creates messages");
  }

  private static void judge(Event create, Tally tally) {
    boolean picture =
        create
            .json()
            .at("/item/content")
            .valueStream()
            .anyMatch(part -> part.path("type").asString("").equals("input_image"));
    tally.expect(!picture, create, "text or sound", "input_image");
  }
}
