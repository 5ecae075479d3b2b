package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.AudioDigest;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Parts a trace into its connections. */
final class Reading implements Observed.Cases<Reading> {
  private final boolean shortened;
  private final Map<Integer, Seen> seen = new TreeMap<>();
  private int line = 1;

  /** One connection so far. */
  private static final class Seen {
    final List<Event> events = new ArrayList<>();
    Optional<Observed.Closed> closed = Optional.empty();
    int closedIn;
    Duration end = Duration.ZERO;
  }

  private Reading(boolean shortened) {
    this.shortened = shortened;
  }

  static List<Connection> of(Trace trace) {
    Reading reading = new Reading(trace.header().audio() == TraceAudio.SHORTENED);
    for (Observed one : trace.seen()) {
      reading.line++;
      one.match(reading);
    }
    List<Connection> connections = new ArrayList<>();
    reading.seen.forEach(
        (number, own) ->
            connections.add(new Connection(number, own.events, own.closed, own.closedIn, own.end)));
    return connections;
  }

  @Override
  public Reading message(Observed.Message message) {
    Optional<EventType> type =
        EventType.named(message.type()).filter(known -> known.origin() == message.from());
    return add(message, message.from(), type, message.type(), message.json(), sound(message, type));
  }

  @Override
  public Reading binary(Observed.Binary binary) {
    int length = binary.hashed().map(AudioDigest::bytes).orElse(binary.bytes().length);
    return add(binary, binary.from(), Optional.empty(), Event.BINARY, nothing(), counted(length));
  }

  @Override
  public Reading malformed(Observed.Malformed malformed) {
    return add(
        malformed,
        malformed.from(),
        Optional.empty(),
        Event.MALFORMED,
        nothing(),
        OptionalInt.empty());
  }

  @Override
  public Reading closed(Observed.Closed closed) {
    Seen own = at(closed);
    own.closed = Optional.of(closed);
    own.closedIn = line;
    return this;
  }

  @Override
  public Reading silence(Observed.Silence silence) {
    at(silence);
    return this;
  }

  private Seen at(Observed one) {
    Seen own = seen.computeIfAbsent(one.connection(), number -> new Seen());
    own.end = one.at();
    return own;
  }

  private Reading add(
      Observed one,
      Origin from,
      Optional<EventType> type,
      String name,
      JsonNode json,
      OptionalInt sound) {
    List<Event> events = at(one).events;
    events.add(
        new Event(events.size(), line, one.at(), one.connection(), from, type, name, json, sound));
    return this;
  }

  private static JsonNode nothing() {
    return Json.mapper().missingNode();
  }

  private OptionalInt sound(Observed.Message message, Optional<EventType> type) {
    String member =
        type.filter(EventType.INPUT_AUDIO_BUFFER_APPEND::equals).isPresent() ? "audio" : "delta";
    boolean carries =
        type.filter(Reading::carriesSound).isPresent() && message.json().path(member).isString();
    if (!carries) {
      return OptionalInt.empty();
    }
    AudioDigest hash = message.hashed().get("/" + member);
    return hash == null ? length(message.json().path(member).stringValue()) : counted(hash.bytes());
  }

  private static boolean carriesSound(EventType type) {
    return type == EventType.INPUT_AUDIO_BUFFER_APPEND
        || type == EventType.RESPONSE_OUTPUT_AUDIO_DELTA;
  }

  private OptionalInt counted(int bytes) {
    return shortened ? OptionalInt.empty() : OptionalInt.of(bytes);
  }

  /** What base64 stands for, without decoding it; what is none is not ours to judge. */
  private OptionalInt length(String base64) {
    int end = base64.length();
    while (end > 0 && base64.charAt(end - 1) == '=') {
      end--;
    }
    return counted((int) (end * 3L / 4));
  }
}
