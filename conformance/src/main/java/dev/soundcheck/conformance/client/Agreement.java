package dev.soundcheck.conformance.client;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;

/**
 * What client and server have agreed on: an update counts once the server has accepted it, and not
 * at all when the server refused it (events.yaml, session rule: the previous configuration stays in
 * force).
 */
final class Agreement {
  private final Deque<JsonNode> proposed = new ArrayDeque<>();
  private Settings settings = Settings.BEGINNING;

  Settings settings() {
    return settings;
  }

  /** The client sent an update with this {@code session}. */
  void propose(JsonNode session) {
    proposed.add(session);
  }

  /** The server said something; it may be its answer to the oldest update. */
  void heard(String type, JsonNode event) {
    if ("session.updated".equals(type) && !proposed.isEmpty()) {
      settings = settings.after(proposed.removeFirst());
    } else if ("error".equals(type)
        && event.at("/error/param").asString("").startsWith("session")) {
      proposed.pollFirst();
    }
  }

  /** The client goes on without an answer: some servers never give one (live-behaviour.md 1.3). */
  void presume() {
    proposed.forEach(session -> settings = settings.after(session));
    proposed.clear();
  }
}
