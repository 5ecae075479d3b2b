package dev.soundcheck.conformance.rule.item;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;

/**
 * In messages of the user stands what comes in, {@code input_text} or {@code input_audio}; in those
 * of the assistant what went out, {@code output_text}; {@code text} and {@code audio} may stand in
 * both (events.yaml item.content_part, live-behaviour.md 1.4 and 1.5).
 */
final class RolesFitTheirContent implements ClientRule {
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
    boolean assistant = create.text("/item/role").equals("assistant");
    String foreign = assistant ? "input_" : "output_";
    create
        .json()
        .at("/item/content")
        .forEach(
            part -> {
              String type = part.path("type").asString("");
              tally.expect(
                  !type.startsWith(foreign),
                  create,
                  assistant
                      ? "output_text, text or audio"
                      : "input_text, input_audio, text or audio",
                  type + " of the " + create.text("/item/role"));
            });
  }
}
