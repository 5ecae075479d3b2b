package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is told of one session.
 *
 * @param at when it was opened
 * @param waitsFor the line that its scenario waits at; empty text when it is over
 * @param closed how it ended; empty while it runs
 */
record SessionPage(
    OpenedConnection opened,
    Instant at,
    List<ConnectionFinding> findings,
    Optional<String> waitsFor,
    Optional<Observed.Closed> closed,
    Counts counts) {

  /**
   * How many events there were.
   *
   * @param dropped things seen that are not kept any more
   */
  record Counts(int client, int server, int dropped) {}

  ObjectNode json() {
    ObjectNode json = named();
    json.put("profile", opened.profile().id());
    json.put("model", opened.model());
    json.put("opened_at", at.toString());
    json.put("open", closed.isEmpty());
    json.putObject("events").put("client", counts.client()).put("server", counts.server());
    json.put("findings", findings.size());
    json.put("dropped", counts.dropped());
    json.put("waits_for", waitsFor.orElse(""));
    closed.ifPresent(
        end ->
            json.putObject("closed")
                .put("from", lower(end.from().name()))
                .put("code", end.code())
                .put("reason", end.reason()));
    return json;
  }

  /** How its scenario went: every line that was not met. */
  ObjectNode result() {
    ObjectNode json = named();
    List<ConnectionFinding> unmet =
        findings.stream().filter(one -> one.kind() == ConnectionFinding.Kind.SCENARIO).toList();
    boolean over = waitsFor.filter(String::isEmpty).isPresent();
    json.put("open", closed.isEmpty());
    json.put("over", over);
    json.put("met", over && unmet.isEmpty());
    json.put("waits_for", waitsFor.orElse(""));
    var lines = json.putArray("unmet");
    unmet.forEach(one -> lines.add(one.message()));
    return json;
  }

  /** One of its findings. */
  ObjectNode json(ConnectionFinding finding) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("session", opened.number())
        .put("test", opened.test())
        .put("at_ms", finding.at().toMillis())
        .put("kind", lower(finding.kind().name()))
        .put("message", finding.message());
  }

  private ObjectNode named() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("session", opened.number())
        .put("test", opened.test())
        .put("scenario", opened.scenario());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
