package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads the cassettes in which pydantic-ai keeps captured sessions (live-sessions/README.md): both
 * forms, with and without the time of each interaction. A close ends a connection, and what follows
 * it is the next one. Their audio is shortened.
 */
final class Cassette {
  private final String name;
  private final String tool;
  private final List<Observed> seen = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private int connection = 1;
  private boolean timed;

  private Cassette(String name, String tool) {
    this.name = name;
    this.tool = tool;
  }

  /**
   * The trace of a cassette.
   *
   * @param name what the document is called in problems
   * @param tool the version that brings it in
   * @throws ImportException naming every interaction that is none
   */
  static Trace trace(String name, JsonNode document, String tool) {
    JsonNode version = document.path("version");
    if (version.asInt(0) != 1) {
      String found = version.isMissingNode() ? "none" : version.toString();
      throw new ImportException(
          "%s: expected a cassette of version 1, found version %s".formatted(name, found));
    }
    JsonNode interactions = document.path("interactions");
    if (!interactions.isArray() || interactions.isEmpty()) {
      throw new ImportException(name + ": expected a list of interactions, found none");
    }
    return new Cassette(name, tool).trace(interactions);
  }

  private Trace trace(JsonNode interactions) {
    for (int i = 0; i < interactions.size(); i++) {
      try {
        take(new CassetteLine(name + ": interaction " + (i + 1), interactions.get(i)));
      } catch (ImportException wrong) {
        problems.addAll(wrong.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ImportException(problems);
    }
    TraceHeader header =
        TraceHeader.of(startedAt(), "imported from " + name, SpokenProfile.of(seen), tool);
    return new Trace(header.with(TraceAudio.SHORTENED), seen, notes());
  }

  private void take(CassetteLine line) {
    Optional<Duration> at = line.at();
    timed |= at.isPresent();
    now = at.filter(time -> time.compareTo(now) > 0).orElse(now);
    seen.add(line.seen(now, connection));
    connection += line.closes() ? 1 : 0;
  }

  /** The first keep-alive carries the server's clock; nothing else in a cassette tells the day. */
  private Instant startedAt() {
    return seen.stream()
        .filter(Observed.Message.class::isInstance)
        .map(one -> ((Observed.Message) one).json().path("timestamp"))
        .filter(millis -> millis.isIntegralNumber() && millis.canConvertToLong())
        .map(millis -> Instant.ofEpochMilli(millis.longValue()))
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  private List<String> notes() {
    return timed
        ? List.of()
        : List.of(name + ": has no arrival times, so everything stands at the start");
  }
}
