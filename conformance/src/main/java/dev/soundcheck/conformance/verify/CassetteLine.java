package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.Numbers;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One interaction of a cassette, read with words for whatever is wrong with it. */
final class CassetteLine {
  private static final double NANOS = 1e9;

  private final String where;
  private final JsonNode line;

  /**
   * An interaction.
   *
   * @param where the file and the number of the interaction, for problems
   */
  CassetteLine(String where, JsonNode line) {
    this.where = where;
    this.line = line;
  }

  /** When it was seen, if the cassette is of the form that says it. */
  Optional<Duration> at() {
    JsonNode at = line.path("at");
    if (at.isMissingNode() || at.isNull()) {
      return Optional.empty();
    }
    if (!(Numbers.of(at) >= 0)) {
      throw wrong("at", "seconds, 0 or more", at);
    }
    return Optional.of(Duration.ofNanos(Math.round(Numbers.of(at) * NANOS)));
  }

  /** Whether it ends its connection. */
  boolean closes() {
    return kind().equals("close");
  }

  Observed seen(Duration at, int connection) {
    return switch (kind()) {
      case "message" -> message(at, connection);
      case "close" -> closed(at, connection);
      default -> throw wrong("kind", "message or close", line.path("kind"));
    };
  }

  private String kind() {
    return line.path("kind").asString("");
  }

  private Observed message(Duration at, int connection) {
    JsonNode data = line.path("data");
    if (data.isMissingNode()) {
      throw wrong("data", "an event", data);
    }
    JsonNode type = data.path("type");
    return type.isString()
        ? new Observed.Message(at, connection, from(), type.stringValue(), data)
        : new Observed.Malformed(
            at,
            connection,
            from(),
            data.isString() ? data.stringValue() : data.toString(),
            "no object with a type");
  }

  /** Who closed stands in no cassette; the one who recorded was told of it. */
  private Observed closed(Duration at, int connection) {
    JsonNode code = line.path("code");
    if (!code.isInt() || code.intValue() < 0 || code.intValue() > 65_535) {
      throw wrong("code", "a close code", code);
    }
    return new Observed.Closed(
        at, connection, Origin.SERVER, code.intValue(), line.path("reason").asString(""));
  }

  private Origin from() {
    return switch (line.path("direction").asString("")) {
      case "sent" -> Origin.CLIENT;
      case "received" -> Origin.SERVER;
      default -> throw wrong("direction", "sent or received", line.path("direction"));
    };
  }

  private ImportException wrong(String member, String expected, JsonNode found) {
    return new ImportException(
        "%s: expected %s as \"%s\", found %s"
            .formatted(where, expected, member, found.isMissingNode() ? "nothing" : found));
  }
}
