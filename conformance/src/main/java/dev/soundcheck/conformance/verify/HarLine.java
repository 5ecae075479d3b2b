package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Numbers;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One WebSocket message of a HAR. Chrome and mitmproxy write its time as seconds since 1970,
 * Playwright as milliseconds; 100 thousand million tells them apart (libraries.md 6).
 */
final class HarLine {
  private static final double FIRST_MILLISECONDS = 1e11;

  /** The year 5138; what is later is no time, and no number of nanoseconds. */
  private static final double LAST_MILLISECONDS = 1e14;

  private static final int TEXT = 1;
  private static final int BINARY = 2;

  private final String where;
  private final JsonNode line;

  HarLine(String where, JsonNode line) {
    this.where = where;
    this.line = line;
  }

  /** When it passed. */
  Instant time() {
    JsonNode time = line.path("time");
    double value = Numbers.of(time);
    if (!(value >= 0 && value <= LAST_MILLISECONDS)) {
      throw wrong("a time since 1970 as \"time\"", time);
    }
    double micros = value >= FIRST_MILLISECONDS ? value * 1e3 : value * 1e6;
    return Instant.EPOCH.plusNanos(Math.round(micros) * 1_000);
  }

  /** What it says; empty for the frames that only keep a connection going. */
  Optional<Observed> seen(Duration at, int connection) {
    JsonNode opcode = line.path("opcode");
    String data = line.path("data").asString("");
    return switch (opcode.asInt(TEXT)) {
      case TEXT -> Optional.of(text(at, connection, data));
      case BINARY -> Optional.of(new Observed.Binary(at, connection, from(), bytes(data)));
      default -> Optional.empty();
    };
  }

  private Observed text(Duration at, int connection, String data) {
    Optional<JsonNode> json = Json.parse(data).filter(event -> event.path("type").isString());
    return json.isPresent()
        ? new Observed.Message(
            at, connection, from(), json.get().path("type").stringValue(), json.get())
        : new Observed.Malformed(at, connection, from(), data, "no JSON object with a type");
  }

  private byte[] bytes(String data) {
    try {
      return Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException notBase64) {
      throw wrong("base64 as \"data\" of a binary message", line.path("data"));
    }
  }

  private Origin from() {
    return switch (line.path("type").asString("")) {
      case "send" -> Origin.CLIENT;
      case "receive" -> Origin.SERVER;
      default -> throw wrong("send or receive as \"type\"", line.path("type"));
    };
  }

  private ImportException wrong(String expected, JsonNode found) {
    return new ImportException(
        "%s: expected %s, found %s"
            .formatted(where, expected, found.isMissingNode() ? "nothing" : found));
  }
}
