package dev.soundcheck.server.store;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.TraceException;
import dev.soundcheck.schemas.TraceText;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of {@link JournalLines}, read again.
 *
 * @param server which of several servers wrote it
 * @param session the number that the connection has there
 * @param number of the line among those of its connection, from 0
 */
public record JournalEntry(String server, int session, long number, JsonNode line) {
  /** Is told what a line says. */
  public interface Reader {
    void opened(OpenedConnection connection, Instant at);

    void observed(Observed seen);

    void found(ConnectionFinding finding);

    void waits(String what);
  }

  /** Empty where a line is none, such as one of a later version. */
  public static Optional<JournalEntry> of(String text) {
    return Json.parse(text)
        .filter(JsonNode::isObject)
        .map(
            line ->
                new JournalEntry(
                    line.path("server").asString(""),
                    line.path("session").asInt(-1),
                    line.path("n").asLong(-1),
                    line))
        .filter(entry -> entry.session >= 0 && entry.number >= 0);
  }

  /**
   * Tells what it says as of another connection: numbers are unique on one server only.
   *
   * @return whether it says anything that can be understood
   */
  public boolean tell(int as, String test, Reader reader) {
    try {
      if (line.has("opened")) {
        opened(as, test, line.path("opened"), reader);
      } else if (line.path("seen") instanceof ObjectNode seen) {
        reader.observed(TraceText.seen(seen.deepCopy().put("connection", as)));
      } else if (line.has("found")) {
        reader.found(found(as, line.path("found")));
      } else {
        reader.waits(line.path("waits").path("what").asString(""));
      }
      return true;
    } catch (TraceException | DateTimeException | IllegalArgumentException ofALaterVersion) {
      return false;
    }
  }

  private static void opened(int as, String test, JsonNode opened, Reader reader) {
    Profile profile = Profile.named(opened.path("profile").asString("")).orElse(Profile.LIVE);
    String scenario = opened.path("scenario").asString("");
    String model = opened.path("model").asString("");
    reader.opened(
        new OpenedConnection(as, test, profile, scenario, model),
        Instant.parse(opened.path("at").asString("")));
  }

  private static ConnectionFinding found(int as, JsonNode found) {
    return new ConnectionFinding(
        as,
        Duration.ofMillis(found.path("at").asLong(0)),
        Kind.valueOf(found.path("kind").asString("")),
        found.path("message").asString(""));
  }
}
