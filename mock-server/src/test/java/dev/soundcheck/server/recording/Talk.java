package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A trace written by hand: each line a second after the one before. */
final class Talk {
  private final List<Observed> seen = new ArrayList<>();
  private int connection = 1;

  /** A tool call in the form of live-behaviour.md 2.8: the call id holds the id of its response. */
  static Trace withToolCall() {
    return new Talk()
        .server("{'type':'session.created','event_id':'event_1','session':{'id':'sess_0a1b2c3d'}}")
        .client("{'type':'session.update','session':{'instructions':'Be brief.'}}")
        .server("{'type':'session.updated','event_id':'event_2','session':{}}")
        .client(
            "{'type':'conversation.item.create','event_id':'mine_1','item':{'id':'question_1','type':'message'}}")
        .client("{'type':'response.create'}")
        .server(
            "{'type':'conversation.item.added','event_id':'event_3','item':{'id':'question_1'}}")
        .server(
            "{'type':'response.function_call_arguments.done','event_id':'event_4','response_id':'feea3318-12a0-4d5e-99d5-d1637d00cd98','call_id':'call-feea3318-12a0-4d5e-99d5-d1637d00cd98-0','previous_item_id':'0'}")
        .client(
            "{'type':'conversation.item.create','item':{'type':'function_call_output','call_id':'call-feea3318-12a0-4d5e-99d5-d1637d00cd98-0','output':'fog'}}")
        .server("{'type':'response.done','event_id':'event_5'}")
        .trace();
  }

  Talk server(String json) {
    return line(Origin.SERVER, json);
  }

  Talk client(String json) {
    return line(Origin.CLIENT, json);
  }

  Talk closed(Origin from, int code) {
    seen.add(new Observed.Closed(next(), connection++, from, code, ""));
    return this;
  }

  Trace trace() {
    return new Trace(
        TraceHeader.of(Instant.EPOCH, "ws://somewhere", Profile.LIVE, "test"), seen, List.of());
  }

  static Observed says(Duration at, Origin from, String json) {
    var event = Json.parse(json.replace('\'', '"')).orElseThrow();
    return new Observed.Message(at, 1, from, event.path("type").asString(), event);
  }

  private Talk line(Origin from, String json) {
    Observed.Message said = (Observed.Message) says(next(), from, json);
    seen.add(new Observed.Message(said.at(), connection, from, said.type(), said.json()));
    return this;
  }

  private Duration next() {
    return Duration.ofSeconds(seen.size());
  }
}
