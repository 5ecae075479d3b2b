package dev.soundcheck.schemas;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts what was seen into the lines of a trace, without secrets. */
final class TraceLines implements Observed.Cases<ObjectNode> {
  private final Redaction redaction;
  private final boolean hashing;

  /** Lines that hold as much audio as that says. */
  TraceLines(Redaction redaction, TraceAudio audio) {
    this.redaction = redaction;
    this.hashing = audio == TraceAudio.HASH;
  }

  JsonNode of(TraceHeader whole) {
    TraceHeader header = redaction.header(whole);
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("soundcheck_trace", TraceHeader.FORMAT);
    line.put("started_at", header.startedAt().toString());
    line.put("target", header.target());
    line.put("profile", header.profile().id());
    line.put("tool", header.tool());
    header.redacted().forEach(line.putArray("redacted")::add);
    line.put("audio", header.audio().id());
    return line;
  }

  JsonNode of(Observed seen) {
    return seen.match(this);
  }

  @Override
  public ObjectNode message(Observed.Message message) {
    AudioApart apart = AudioApart.of(message.json());
    JsonNode clean = redaction.event(apart.rest());
    Map<String, AudioDigest> hashed = new TreeMap<>(message.hashed());
    if (hashing) {
      hashed.putAll(apart.digests());
    }
    ObjectNode line = line(message, message.from());
    line.set("event", hashing ? clean : apart.joinedTo(clean));
    if (!hashed.isEmpty()) {
      ObjectNode digests = line.putObject("hashed");
      hashed.forEach((place, digest) -> digests.set(place, json(digest)));
    }
    return line;
  }

  @Override
  public ObjectNode binary(Observed.Binary binary) {
    ObjectNode line = line(binary, binary.from());
    boolean hash = hashing && binary.hashed().isEmpty();
    line.put("binary", hash ? new byte[0] : binary.bytes());
    binary
        .hashed()
        .or(() -> hash ? Optional.of(AudioDigest.of(binary.bytes())) : Optional.empty())
        .ifPresent(digest -> line.putObject("hashed").set("", json(digest)));
    return line;
  }

  @Override
  public ObjectNode malformed(Observed.Malformed malformed) {
    return line(malformed, malformed.from())
        .put("malformed", redaction.broken(malformed.text()))
        .put("why", redaction.broken(malformed.why()));
  }

  @Override
  public ObjectNode closed(Observed.Closed closed) {
    return line(closed, closed.from())
        .put("closed", closed.code())
        .put("reason", redaction.text(closed.reason()));
  }

  @Override
  public ObjectNode silence(Observed.Silence silence) {
    return line(silence).put("silence", micros(silence.lasted()));
  }

  private static ObjectNode json(AudioDigest digest) {
    ObjectNode json = Json.mapper().createObjectNode();
    return json.put("bytes", digest.bytes()).put("sha256", digest.sha256());
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
