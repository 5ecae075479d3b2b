package dev.soundcheck.schemas;

import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts what was seen into the lines of a trace, without secrets. */
final class TraceLines implements Observed.Cases<ObjectNode> {
  static JsonNode of(TraceHeader header) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("soundcheck_trace", TraceHeader.FORMAT);
    line.put("started_at", header.startedAt().toString());
    line.put("target", Secrets.hide(header.target()));
    line.put("profile", header.profile().id());
    line.put("tool", header.tool());
    header.redacted().forEach(line.putArray("redacted")::add);
    line.put("audio", header.audio().id());
    return line;
  }

  static JsonNode of(Observed seen) {
    return seen.match(new TraceLines());
  }

  private TraceLines() {}

  @Override
  public ObjectNode message(Observed.Message message) {
    return line(message, message.from()).set("event", Redaction.event(message.json()));
  }

  @Override
  public ObjectNode binary(Observed.Binary binary) {
    return line(binary, binary.from()).put("binary", binary.bytes());
  }

  @Override
  public ObjectNode malformed(Observed.Malformed malformed) {
    return line(malformed, malformed.from())
        .put("malformed", Secrets.hideInBroken(malformed.text()))
        .put("why", Secrets.hideInBroken(malformed.why()));
  }

  @Override
  public ObjectNode closed(Observed.Closed closed) {
    return line(closed, closed.from())
        .put("closed", closed.code())
        .put("reason", Secrets.hide(closed.reason()));
  }

  @Override
  public ObjectNode silence(Observed.Silence silence) {
    return line(silence).put("silence", micros(silence.lasted()));
  }

  private static ObjectNode line(Observed seen, Origin from) {
    return line(seen).put("from", from.name().toLowerCase(Locale.ROOT));
  }

  private static ObjectNode line(Observed seen) {
    ObjectNode line = Json.mapper().createObjectNode();
    return line.put("at", micros(seen.at())).put("connection", seen.connection());
  }

  private static long micros(Duration time) {
    return Math.floorDiv(time.toNanos(), 1_000);
  }
}
