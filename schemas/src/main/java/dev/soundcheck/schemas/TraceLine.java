package dev.soundcheck.schemas;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One line of a trace, read with words for whatever is wrong with it. */
final class TraceLine {
  private static final List<String> KINDS =
      List.of("event", "binary", "malformed", "closed", "silence");

  private final JsonNode line;

  private TraceLine(JsonNode line) {
    if (!line.isObject()) {
      throw wrong("", "a JSON object", line);
    }
    this.line = line;
  }

  static TraceHeader header(JsonNode json) {
    TraceLine line = new TraceLine(json);
    JsonNode format = json.path("soundcheck_trace");
    if (format.asInt(0) != TraceHeader.FORMAT) {
      throw wrong("soundcheck_trace", "trace format " + TraceHeader.FORMAT, format);
    }
    List<String> redacted =
        json.path("redacted").valueStream().map(kind -> kind.asString("")).toList();
    return new TraceHeader(
        line.instant("started_at"),
        line.text("target"),
        line.profile("profile"),
        line.text("tool"),
        redacted,
        line.audio());
  }

  static Observed seen(JsonNode json) {
    TraceLine line = new TraceLine(json);
    Duration at = line.micros("at");
    int connection = Math.toIntExact(line.number("connection", Integer.MAX_VALUE));
    return switch (line.kind()) {
      case "event" -> line.message(at, connection);
      case "binary" -> line.binary(at, connection);
      case "malformed" ->
          new Observed.Malformed(
              at, connection, line.from(), line.text("malformed"), line.text("why"));
      case "closed" ->
          new Observed.Closed(
              at, connection, line.from(), (int) line.number("closed", 65535), line.text("reason"));
      default -> new Observed.Silence(at, connection, line.micros("silence"));
    };
  }

  private Observed message(Duration at, int connection) {
    JsonNode event = line.path("event");
    JsonNode type = event.path("type");
    if (!type.isString()) {
      throw wrong("event", "an object with a type", event);
    }
    Map<String, AudioDigest> hashed = hashed();
    if (!hashed.keySet().stream().allMatch(place -> place.startsWith("/"))) {
      throw wrong("hashed", "places of sound such as \"/delta\"", line.path("hashed"));
    }
    return new Observed.Message(at, connection, from(), type.stringValue(), event, hashed);
  }

  private Observed binary(Duration at, int connection) {
    Optional<AudioDigest> digest = Optional.ofNullable(hashed().get(""));
    return new Observed.Binary(at, connection, from(), bytes("binary"), digest);
  }

  private Map<String, AudioDigest> hashed() {
    Map<String, AudioDigest> digests = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : line.path("hashed").properties()) {
      TraceLine digest = new TraceLine(entry.getValue());
      int bytes = (int) digest.number("bytes", NumberedLines.LONGEST);
      digests.put(entry.getKey(), new AudioDigest(bytes, digest.text("sha256")));
    }
    return digests;
  }

  private String kind() {
    List<String> there = KINDS.stream().filter(line::has).toList();
    if (there.size() != 1) {
      String found = there.isEmpty() ? "none of them" : String.join(" and ", there);
      throw new TraceException(
          List.of("expected one of " + String.join(", ", KINDS) + ", found " + found));
    }
    return there.get(0);
  }

  private Origin from() {
    JsonNode from = line.path("from");
    return Arrays.stream(Origin.values())
        .filter(origin -> origin.name().toLowerCase(Locale.ROOT).equals(from.asString("")))
        .findFirst()
        .orElseThrow(() -> wrong("from", "\"client\" or \"server\"", from));
  }

  private Profile profile(String member) {
    String known =
        Arrays.stream(Profile.values()).map(Profile::id).collect(Collectors.joining(", "));
    return Profile.named(text(member))
        .orElseThrow(() -> wrong(member, "one of " + known, line.path(member)));
  }

  /** Traces that do not say it are of the time when all of it was always kept. */
  private TraceAudio audio() {
    JsonNode audio = line.path("audio");
    return audio.isMissingNode()
        ? TraceAudio.KEPT
        : TraceAudio.named(audio.asString(""))
            .orElseThrow(() -> wrong("audio", "\"kept\", \"hash\" or \"shortened\"", audio));
  }

  private Instant instant(String member) {
    try {
      return Instant.parse(text(member));
    } catch (DateTimeException notATime) {
      throw wrong(member, "a time such as 2026-11-20T13:00:00Z", line.path(member));
    }
  }

  private byte[] bytes(String member) {
    try {
      return Base64.getDecoder().decode(text(member));
    } catch (IllegalArgumentException notBase64) {
      throw wrong(member, "base64", line.path(member));
    }
  }

  private Duration micros(String member) {
    return Duration.ofNanos(Math.multiplyExact(number(member, Long.MAX_VALUE / 1_000), 1_000L));
  }

  private long number(String member, long most) {
    JsonNode value = line.path(member);
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      throw wrong(member, "a whole number", value);
    }
    if (value.longValue() < 0 || value.longValue() > most) {
      throw wrong(member, "a whole number from 0 to " + most, value);
    }
    return value.longValue();
  }

  private String text(String member) {
    JsonNode value = line.path(member);
    if (!value.isString()) {
      throw wrong(member, "a string", value);
    }
    return value.stringValue();
  }

  private static TraceException wrong(String member, String expected, JsonNode found) {
    String where = member.isEmpty() ? "" : " as \"" + member + "\"";
    return new TraceException(
        List.of("expected %s%s, found %s".formatted(expected, where, Words.kind(found))));
  }
}
