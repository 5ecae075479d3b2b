package dev.soundcheck.server.store;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceText;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was told of one connection, as the lines of a journal: {@code {"server", "session", "n"}}
 * and one of {@code "opened"}, {@code "seen"}, {@code "found"} and {@code "waits"}. What was seen
 * is a line of a trace, without secrets and with the length and hash of sound in place of it.
 *
 * @param server which of several servers
 * @param session the number that it has there
 */
record JournalLines(String server, int session) {
  String opened(long number, OpenedConnection connection, Instant at) {
    ObjectNode line = line(number);
    line.putObject("opened")
        .put("at", at.toString())
        .put("profile", connection.profile().id())
        .put("scenario", connection.scenario())
        .put("model", connection.model());
    return line.toString();
  }

  String seen(long number, Observed seen) {
    ObjectNode line = line(number);
    line.set("seen", Json.mapper().readTree(TraceText.line(seen, TraceAudio.HASH)));
    return line.toString();
  }

  String found(long number, ConnectionFinding finding) {
    ObjectNode line = line(number);
    line.putObject("found")
        .put("at", finding.at().toMillis())
        .put("kind", finding.kind().name())
        .put("message", finding.message());
    return line.toString();
  }

  String waits(long number, Duration at, String what) {
    ObjectNode line = line(number);
    line.putObject("waits").put("at", at.toMillis()).put("what", what);
    return line.toString();
  }

  private ObjectNode line(long number) {
    return Json.mapper()
        .createObjectNode()
        .put("server", server)
        .put("session", session)
        .put("n", number);
  }
}
