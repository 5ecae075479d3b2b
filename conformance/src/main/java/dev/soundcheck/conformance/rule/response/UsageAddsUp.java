package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Tokens in and out are the sums of their kinds, and the total is the sum of both
 * (live-behaviour.md 1.7).
 */
final class UsageAddsUp implements ServerRule {
  private static final List<String> KINDS = List.of("text_tokens", "audio_tokens", "grok_tokens");

  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    evidence
        .events(EventType.RESPONSE_DONE)
        .forEach(done -> Usage.of(done).forEach(usage -> judge(done, usage, tally)));
    return tally.verdict("an answer whose tokens are counted");
  }

  private static void judge(Event done, JsonNode usage, Tally tally) {
    sum(done, usage, "total_tokens", usage, List.of("input_tokens", "output_tokens"), tally);
    sum(done, usage, "input_tokens", usage.path("input_token_details"), KINDS, tally);
    sum(done, usage, "output_tokens", usage.path("output_token_details"), KINDS, tally);
  }

  /** What has not all its parts cannot be added up. */
  private static void sum(
      Event done, JsonNode usage, String total, JsonNode owner, List<String> parts, Tally tally) {
    JsonNode found = usage.path(total);
    boolean told = parts.stream().allMatch(part -> owner.path(part).canConvertToLong());
    if (told && found.isIntegralNumber()) {
      long sum = parts.stream().mapToLong(part -> owner.path(part).longValue(0)).sum();
      tally.expect(
          found.longValue(-1) == sum, done, "%s of %d".formatted(total, sum), found.toString());
    }
  }
}
