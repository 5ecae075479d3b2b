package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import tools.jackson.databind.JsonNode;

/**
 * The transcript of a spoken part is all its deltas in a row, wherever it is said again: when the
 * transcript, the part, the item or the response is done (live-behaviour.md 1.5). What a response
 * that was broken off keeps of its words was not captured.
 */
final class TheTranscriptIsTheSumOfItsDeltas implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    for (Response response : evidence.responses().toList()) {
      for (OutputItem item : OutputItem.of(response)) {
        item.parts().stream().filter(Part::spoken).forEach(part -> judge(part, response, tally));
      }
    }
    return tally.verdict("an answer that is spoken to its end");
  }

  private static void judge(Part part, Response response, Tally tally) {
    String sum = part.sum(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA);
    String content = "/content/%d/transcript".formatted(part.index());
    part.first(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE)
        .ifPresent(done -> compare(done, done.json().path("transcript"), sum, tally));
    part.first(EventType.RESPONSE_CONTENT_PART_DONE)
        .ifPresent(done -> compare(done, done.json().at("/part/transcript"), sum, tally));
    part.item()
        .done()
        .ifPresent(done -> compare(done, done.json().path("item").at(content), sum, tally));
    if (!response.cut()) {
      response
          .done()
          .ifPresent(
              done ->
                  done.json()
                      .at("/response/output")
                      .valueStream()
                      .filter(item -> item.path("id").asString("").equals(part.item().id()))
                      .forEach(item -> compare(done, item.at(content), sum, tally)));
    }
  }

  private static void compare(Event event, JsonNode found, String sum, Tally tally) {
    if (found.isString()) {
      tally.expect(
          found.stringValue().equals(sum),
          event,
          "the transcript of the deltas, \"%s\"".formatted(sum),
          found.toString());
    }
  }
}
