package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Numbers;
import dev.soundcheck.schemas.Profile;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * {@code output_audio_seconds} is the sound that was sent (live-behaviour.md 1.7). What deltas say
 * of their length is rounded, so the sum may be half a millisecond off for each of them
 * (decisions.md "Numbers").
 */
final class OutputSecondsAreCounted implements ServerRule {
  private static final double ROUNDED_BY_MS = 0.5;
  private static final double NOISE_MS = 0.001;

  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.profile() == Profile.DOCUMENTED) {
      return Verdict.notApplicable("output_audio_seconds is not documented");
    }
    Tally tally = new Tally();
    for (Response response : evidence.responses().toList()) {
      response
          .done()
          .ifPresent(done -> Usage.of(done).forEach(usage -> judge(response, done, usage, tally)));
    }
    return tally.verdict("an answer whose sound tells its length, and whose seconds are counted");
  }

  private static void judge(Response response, Event done, JsonNode usage, Tally tally) {
    JsonNode seconds = usage.path("output_audio_seconds");
    List<JsonNode> lengths =
        response.events().stream()
            .takeWhile(event -> !event.is(EventType.RESPONSE_DONE))
            .filter(event -> event.is(EventType.RESPONSE_OUTPUT_AUDIO_DELTA))
            .map(event -> event.json().path("audio_duration_ms"))
            .toList();
    if (!seconds.isNumber()
        || lengths.isEmpty()
        || !lengths.stream().allMatch(JsonNode::isNumber)) {
      return;
    }
    double sum = lengths.stream().mapToDouble(Numbers::of).sum();
    double off = Math.abs(Numbers.of(seconds) * 1000 - sum);
    tally.expect(
        off <= ROUNDED_BY_MS * lengths.size() + NOISE_MS,
        done,
        "output_audio_seconds of about %s".formatted(sum / 1000),
        seconds.toString());
  }
}
