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
  private static final long ROUNDED_BY_MICROS = 500;

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
    long off = Math.round(Math.abs(Numbers.of(seconds) * 1_000_000 - sum * 1000));
    tally.expect(
        off <= ROUNDED_BY_MICROS * lengths.size(),
        done,
        "output_audio_seconds of about %s".formatted(sum / 1000),
        seconds.toString());
  }
}
