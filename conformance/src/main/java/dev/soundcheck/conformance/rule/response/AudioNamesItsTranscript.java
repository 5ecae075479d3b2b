package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code rid} of sound is the {@code event_id} of the transcript delta that has its words, and
 * a transcript delta's {@code rid} is its own (live-behaviour.md 1.5). The words may come later,
 * and of an answer that was broken off never.
 */
final class AudioNamesItsTranscript implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.profile() == Profile.DOCUMENTED) {
      return Verdict.notApplicable("rid is not documented");
    }
    Tally tally = new Tally();
    evidence.responses().forEach(response -> judge(response, tally));
    return tally.verdict("an answer whose sound and words have a rid");
  }

  private static void judge(Response response, Tally tally) {
    List<Event> words = named(response, EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA);
    for (Event event : words) {
      String own = event.text("/event_id");
      tally.expect(rid(event).equals(own), event, "rid %s, its own".formatted(own), rid(event));
    }
    if (response.done().isPresent() && !response.cut()) {
      Set<String> known =
          words.stream().map(it -> it.text("/event_id")).collect(Collectors.toSet());
      for (Event sound : named(response, EventType.RESPONSE_OUTPUT_AUDIO_DELTA)) {
        tally.expect(
            known.contains(rid(sound)),
            sound,
            "the event_id of a transcript delta of its response as rid",
            rid(sound));
      }
    }
  }

  private static List<Event> named(Response response, EventType type) {
    return response.events().stream().filter(it -> it.is(type) && !rid(it).isEmpty()).toList();
  }

  private static String rid(Event event) {
    return event.text("/rid");
  }
}
