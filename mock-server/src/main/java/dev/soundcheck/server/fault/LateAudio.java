package dev.soundcheck.server.fault;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.server.session.Ids;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Sound of an answer goes on after the answer was cancelled or broken into: its last delta comes
 * again and again. A broken answer is one that ends without its {@code response.output_audio.done},
 * or is called cancelled (live-behaviour.md §2.6, §2.7).
 */
final class LateAudio implements Misbehaviour {
  private static final int MORE = 5;

  private final Target cuts;
  private final Ids ids;
  private Optional<Outgoing> newest = Optional.empty();
  private boolean sounding;

  LateAudio(int times, Ids ids) {
    this.cuts = new Target(EventType.RESPONSE_DONE.wire(), times);
    this.ids = ids;
  }

  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    exit.leave(now, one);
    if (one.type().equals(EventType.RESPONSE_OUTPUT_AUDIO_DELTA.wire())) {
      newest = Optional.of(one);
      sounding = true;
    } else if (one.type().equals(EventType.RESPONSE_OUTPUT_AUDIO_DONE.wire())) {
      sounding = false;
    } else if (one instanceof Outgoing.Event done && done.type().equals("response.done")) {
      boolean cut = sounding || cancelled(done.json());
      newest.filter(delta -> cut && cuts.strikes()).ifPresent(delta -> goOn(now, delta, exit));
      newest = Optional.empty();
      sounding = false;
    }
  }

  private static boolean cancelled(JsonNode done) {
    return done.path("response").path("status").asString("").equals("cancelled");
  }

  private void goOn(Duration now, Outgoing delta, Exit exit) {
    for (int more = 0; more < MORE; more++) {
      exit.leave(
          now,
          delta instanceof Outgoing.Event event
              ? event.with(event.json().deepCopy().put("event_id", ids.uuid()))
              : delta);
    }
  }
}
