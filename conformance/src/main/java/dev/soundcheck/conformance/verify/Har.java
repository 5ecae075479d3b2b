package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads the WebSocket messages of a HAR 1.2, as Chrome, mitmproxy and Playwright write them ({@code
 * _webSocketMessages}, libraries.md 6). Each entry with messages is a connection; where some went
 * to an address with {@code realtime} in it, the others are left out.
 */
final class Har {
  private static final String MESSAGES = "_webSocketMessages";

  private final String name;
  private final List<Observed> seen = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Instant opened = Instant.EPOCH;

  private Har(String name) {
    this.name = name;
  }

  /**
   * The trace of a HAR.
   *
   * @param name what the document is called in problems
   * @param tool the version that brings it in
   * @throws ImportException naming every message that is none
   */
  static Trace trace(String name, JsonNode document, String tool) {
    JsonNode entries = document.path("log").path("entries");
    List<JsonNode> sockets = entries.valueStream().filter(Har::hasMessages).toList();
    if (sockets.isEmpty()) {
      throw new ImportException(
          "%s: expected entries with WebSocket messages (%s), found none among %d entries; %s"
              .formatted(
                  name,
                  MESSAGES,
                  entries.size(),
                  "save the HAR from a tool that keeps them, opened before the app connects"));
    }
    return new Har(name).trace(sockets, tool);
  }

  private Trace trace(List<JsonNode> sockets, String tool) {
    List<JsonNode> voices = sockets.stream().filter(one -> url(one).contains("realtime")).toList();
    List<JsonNode> chosen = voices.isEmpty() ? sockets : voices;
    if (chosen.size() < sockets.size()) {
      notes.add(
          "%s: %d other WebSocket connections are left out"
              .formatted(name, sockets.size() - chosen.size()));
    }
    for (int i = 0; i < chosen.size(); i++) {
      take(i + 1, chosen.get(i).path(MESSAGES));
    }
    if (!problems.isEmpty()) {
      throw new ImportException(problems);
    }
    String target = url(chosen.get(0)).replaceFirst("^http", "ws");
    return new Trace(TraceHeader.of(opened, target, SpokenProfile.of(seen), tool), seen, notes);
  }

  private void take(int connection, JsonNode messages) {
    for (int i = 0; i < messages.size(); i++) {
      String where = "%s: connection %d, message %d".formatted(name, connection, i + 1);
      try {
        take(connection, new HarLine(where, messages.get(i)));
      } catch (ImportException wrong) {
        problems.addAll(wrong.problems());
      }
    }
  }

  private void take(int connection, HarLine line) {
    Instant time = line.time();
    if (seen.isEmpty()) {
      opened = time;
    }
    Duration since = Duration.between(opened, time);
    line.seen(since.isNegative() ? Duration.ZERO : since, connection).ifPresent(seen::add);
  }

  private static boolean hasMessages(JsonNode entry) {
    return entry.path(MESSAGES).isArray() && !entry.path(MESSAGES).isEmpty();
  }

  private static String url(JsonNode entry) {
    return entry.path("request").path("url").asString("");
  }
}
