package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The order of what a server says on one connection, as a complete turn needs it. */
final class ConnectionOrder {
  /** Profiles in which the parts of an item end as captured (live-behaviour.md 2.2 and 8.1). */
  private static final Set<Profile> AS_CAPTURED =
      Set.of(Profile.LIVE, Profile.LIVE_2026_07, Profile.LAUNCH);

  private final Remarks remarks;
  private final EventType greeting;
  private final boolean ordered;
  private final Map<String, OpenResponse> open = new LinkedHashMap<>();
  private final Set<String> done = new HashSet<>();
  private boolean greeted;
  private boolean speaking;

  ConnectionOrder(Profile profile, Remarks remarks) {
    this.remarks = remarks;
    greeting =
        profile == Profile.LAUNCH ? EventType.CONVERSATION_CREATED : EventType.SESSION_CREATED;
    ordered = AS_CAPTURED.contains(profile);
  }

  /** What the server said. */
  void see(Observed.Message event) {
    Optional<EventType> known = EventType.named(event.type());
    greet(event);
    if (known.isEmpty()) {
      return;
    }
    switch (known.get()) {
      case RESPONSE_CREATED -> create(event);
      case RESPONSE_DONE -> finish(event);
      case INPUT_AUDIO_BUFFER_SPEECH_STARTED -> speak();
      case INPUT_AUDIO_BUFFER_SPEECH_STOPPED -> stop(event);
      default -> within(known.get(), event);
    }
  }

  /** The recording is over, and this connection was still open. */
  void end() {
    open.values().forEach(OpenResponse::unfinished);
    open.clear();
  }

  /** A refused session begins and ends with a failed response (live-behaviour.md 5.3). */
  private void greet(Observed.Message event) {
    boolean refused = event.json().at("/response/status").asString("").equals("failed");
    if (!greeted && !refused && !event.type().equals(greeting.wire())) {
      remarks.broken(
          "greeting",
          event,
          "expected %s as the first event, found this".formatted(greeting.wire()));
    }
    greeted = true;
  }

  private void create(Observed.Message event) {
    String id = event.json().at("/response/id").asString("");
    open.values().forEach(OpenResponse::unfinished);
    open.clear();
    if (done.contains(id)) {
      remarks.broken("response", event, "the response %s was done before".formatted(id));
    }
    open.put(id, new OpenResponse(remarks, ordered, event));
  }

  private void finish(Observed.Message event) {
    String id = event.json().at("/response/id").asString("");
    OpenResponse response = open.remove(id);
    boolean failed = event.json().at("/response/status").asString("").equals("failed");
    if (response != null) {
      response.done(event);
    } else if (done.contains(id)) {
      remarks.broken("response", event, "the response %s was done before".formatted(id));
    } else if (!failed) {
      remarks.broken("response", event, "expected response.created of %s before".formatted(id));
    }
    done.add(id);
  }

  private void within(EventType type, Observed.Message event) {
    String id = event.json().path("response_id").asString("");
    OpenResponse response = open.get(id);
    if (response != null) {
      response.see(type, event);
    } else if (event.json().has("response_id") && !isLateSound(type, id)) {
      remarks.broken(
          "response",
          event,
          "expected within its response, found %s"
              .formatted(done.contains(id) ? "after response.done" : "before response.created"));
    }
  }

  /** Who listens tells it, once for each answer. */
  private boolean isLateSound(EventType type, String response) {
    return type == EventType.RESPONSE_OUTPUT_AUDIO_DELTA && done.contains(response);
  }

  private void speak() {
    speaking = true;
    open.values().forEach(OpenResponse::spokenOver);
  }

  /** Speech may start several times in a turn, but none stops that did not start (2.3). */
  private void stop(Observed.Message event) {
    if (!speaking) {
      remarks.broken("speech", event, "expected speech_started before");
    }
    speaking = false;
  }
}
