package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A spoken part ends with its transcript, then the part, then its sound, each once, before its item
 * is done (live-behaviour.md 2.2, steps 9 to 12); in the documents the sound comes first (8.1). How
 * a cancelled one ends was not captured, so there some may be missing.
 */
final class AnItemEndsInOrder implements ServerRule {
  private static final List<EventType> CAPTURED =
      List.of(
          EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE,
          EventType.RESPONSE_CONTENT_PART_DONE,
          EventType.RESPONSE_OUTPUT_AUDIO_DONE);

  private static final List<EventType> DOCUMENTED =
      List.of(
          EventType.RESPONSE_OUTPUT_AUDIO_DONE,
          EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE,
          EventType.RESPONSE_CONTENT_PART_DONE);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    List<List<EventType>> orders = orders(evidence.profile());
    evidence
        .responses()
        .flatMap(response -> OutputItem.of(response).stream())
        .flatMap(item -> item.parts().stream())
        .filter(Part::spoken)
        .forEach(part -> judge(part, orders, tally));
    return tally.verdict("an answer that is spoken to its end");
  }

  /** The strict clients of {@code openai-ga} take either. */
  private static List<List<EventType>> orders(Profile profile) {
    if (Profiles.captured(profile)) {
      return List.of(CAPTURED);
    }
    return profile == Profile.DOCUMENTED ? List.of(DOCUMENTED) : List.of(CAPTURED, DOCUMENTED);
  }

  private static void judge(Part part, List<List<EventType>> orders, Tally tally) {
    String expected =
        "the order "
            + orders.stream().map(AnItemEndsInOrder::words).collect(Collectors.joining(" or "));
    List<EventType> ends = new ArrayList<>();
    for (Event event : part.events()) {
      EventType type = event.type().orElseThrow();
      if (CAPTURED.contains(type)) {
        ends.add(type);
        boolean fits = orders.stream().anyMatch(order -> isWithin(ends, order));
        tally.expect(fits, event, expected, words(ends));
        if (!fits) {
          return;
        }
      }
    }
    part.item()
        .done()
        .filter(done -> done.text("/item/status").equals("completed"))
        .ifPresent(
            done -> tally.expect(ends.size() == CAPTURED.size(), done, expected, words(ends)));
  }

  /** Whether one is the other, with some left out. */
  private static boolean isWithin(List<EventType> some, List<EventType> order) {
    int next = 0;
    for (EventType type : order) {
      if (next < some.size() && some.get(next) == type) {
        next++;
      }
    }
    return next == some.size();
  }

  private static String words(List<EventType> ends) {
    return ends.isEmpty()
        ? "none"
        : ends.stream()
            .map(end -> end.wire().replace("response.", ""))
            .collect(Collectors.joining(", "));
  }
}
