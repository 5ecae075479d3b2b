package dev.soundcheck.script;

import dev.soundcheck.schemas.Numbers;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the client made of its session so far, read from the wire. An update counts when it is
 * acknowledged or when the client goes on; one that is answered by an error changed nothing
 * (live-behaviour.md §1.3).
 *
 * @param tools names of the tools it declared
 * @param vad whether the server finds the turns; not before an update says so (§1.2)
 * @param idle how long the user may be silent before the assistant speaks up; empty for ever
 * @param asked an update that nobody has answered yet
 */
record SessionSeen(
    List<String> tools, boolean vad, Optional<Duration> idle, @Nullable JsonNode asked) {
  static final SessionSeen FRESH = new SessionSeen(List.of(), false, Optional.empty(), null);

  SessionSeen after(Seen.Wire wire) {
    if (wire.from() == Origin.CLIENT) {
      SessionSeen settled = settled();
      return wire.type().equals("session.update")
          ? new SessionSeen(settled.tools, settled.vad, settled.idle, wire.json().path("session"))
          : settled;
    }
    return switch (wire.type()) {
      case "error" -> asked == null ? this : new SessionSeen(tools, vad, idle, null);
      case "session.updated" -> settled();
      default -> this;
    };
  }

  SessionSeen settled() {
    return asked == null
        ? this
        : new SessionSeen(toolsIn(asked), vadIn(asked), idleIn(asked), null);
  }

  private List<String> toolsIn(JsonNode session) {
    JsonNode declared = session.path("tools");
    if (!declared.isArray()) {
      return declared.isNull() ? List.of() : tools;
    }
    List<String> names = new ArrayList<>();
    for (JsonNode tool : declared) {
      names.add(Tools.nameOf(tool));
    }
    return List.copyOf(names);
  }

  private boolean vadIn(JsonNode session) {
    JsonNode detection = detectionIn(session);
    return detection.isMissingNode() ? vad : detection.path("type").isString();
  }

  private Optional<Duration> idleIn(JsonNode session) {
    JsonNode detection = detectionIn(session);
    if (detection.isMissingNode()) {
      return idle;
    }
    JsonNode millis = detection.path("idle_timeout_ms");
    return Numbers.millis(millis);
  }

  private static JsonNode detectionIn(JsonNode session) {
    JsonNode outer = session.path("turn_detection");
    return outer.isMissingNode()
        ? session.path("audio").path("input").path("turn_detection")
        : outer;
  }
}
