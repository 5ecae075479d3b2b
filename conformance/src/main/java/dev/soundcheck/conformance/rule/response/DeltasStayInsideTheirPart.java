package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words and sound come after {@code content_part.added} and before the end of their part
 * (live-behaviour.md 2.2). As captured nothing more comes once the transcript is done; by the
 * documents each kind ends for itself (8.1).
 */
final class DeltasStayInsideTheirPart implements ServerRule {
  /** Each kind of delta, and what ends it. */
  private static final Map<EventType, EventType> OWN =
      Map.of(
          EventType.RESPONSE_OUTPUT_AUDIO_DELTA, EventType.RESPONSE_OUTPUT_AUDIO_DONE,
          EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA,
              EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE,
          EventType.RESPONSE_TEXT_DELTA, EventType.RESPONSE_CONTENT_PART_DONE,
          EventType.RESPONSE_OUTPUT_TEXT_DELTA, EventType.RESPONSE_CONTENT_PART_DONE);

  private static final List<EventType> ENDS =
      List.of(
          EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE,
          EventType.RESPONSE_CONTENT_PART_DONE,
          EventType.RESPONSE_OUTPUT_AUDIO_DONE);

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    boolean anyEnd = Profiles.captured(evidence.profile());
    evidence
        .responses()
        .flatMap(response -> OutputItem.of(response).stream())
        .flatMap(item -> item.parts().stream())
        .forEach(part -> judge(part, anyEnd, tally));
    return tally.verdict("a server that answers with words or sound");
  }

  private static void judge(Part part, boolean anyEnd, Tally tally) {
    Set<EventType> seen = new HashSet<>();
    for (Event event : part.events()) {
      EventType type = event.type().orElseThrow();
      EventType own = OWN.get(type);
      if (own != null) {
        tally.expect(
            seen.contains(EventType.RESPONSE_CONTENT_PART_ADDED),
            event,
            "content_part.added of part %d before".formatted(part.index()),
            "none");
        Optional<EventType> end =
            ENDS.stream().filter(seen::contains).filter(it -> anyEnd || ends(own, it)).findFirst();
        tally.expect(
            end.isEmpty(),
            event,
            "this before the end of its part",
            end.map(EventType::wire).orElse("") + " before it");
      }
      seen.add(type);
    }
  }

  private static boolean ends(EventType own, EventType end) {
    return end == own || end == EventType.RESPONSE_CONTENT_PART_DONE;
  }
}
