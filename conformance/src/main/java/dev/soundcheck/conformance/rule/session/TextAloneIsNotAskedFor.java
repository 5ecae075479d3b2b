package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.ClientRule;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * No client waits for answers in writing: whatever way it asks for text alone, it gets sound, and
 * pays for it (live-behaviour.md 2.15).
 */
final class TextAloneIsNotAskedFor implements ClientRule {
  private static final List<String> PLACES =
      List.of(
          "/session/modalities",
          "/session/output_modalities",
          "/response/modalities",
          "/response/output_modalities");

  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.profile() == Profile.DOCUMENTED || evidence.profile() == Profile.OPENAI_GA) {
      return Verdict.notApplicable("answers in writing are documented");
    }
    Tally tally = new Tally();
    evidence
        .events(EventType.SESSION_UPDATE, EventType.RESPONSE_CREATE)
        .forEach(
            event -> modalities(event).forEach(asked -> judge(event, asked.toString(), tally)));
    return tally.verdict("a client that says which modalities it wants");
  }

  private static Stream<JsonNode> modalities(Event event) {
    return PLACES.stream().map(event.json()::at).filter(JsonNode::isArray);
  }

  private static void judge(Event event, String asked, Tally tally) {
    tally.expect(asked.contains("\"audio\""), event, "modalities with audio", asked);
  }
}
