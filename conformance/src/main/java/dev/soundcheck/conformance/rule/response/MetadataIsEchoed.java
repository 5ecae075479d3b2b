package dev.soundcheck.conformance.rule.response;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Tally;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.schemas.EventType;
import tools.jackson.databind.JsonNode;

/**
 * {@code metadata} of {@code response.create} comes back in its response, to the letter, and
 * nowhere else (live-behaviour.md 1.1; clients.md A/3). Without any it is absent on the wire, and
 * may be null by the documents (8.1). Which response a {@code response.create} brought about is
 * only told where nothing else can have.
 */
final class MetadataIsEchoed implements ServerRule {
  @Override
  public Verdict judge(Evidence evidence) {
    Tally tally = new Tally();
    boolean absent = Profiles.captured(evidence.profile());
    for (Connection connection : evidence.connections()) {
      for (Response response : connection.responses()) {
        response.created().ifPresent(created -> judge(connection, response, created, tally));
        response.events().stream()
            .filter(event -> absent && metadata(event).isNull())
            .forEach(
                event -> tally.expect(false, event, "no metadata where none was sent", "null"));
      }
    }
    return tally.verdict("a client that asks for an answer with metadata");
  }

  private static void judge(Connection connection, Response response, Event created, Tally tally) {
    JsonNode shown = metadata(created);
    if (!isNone(shown)) {
      boolean sent =
          connection.before(created).stream()
              .anyMatch(
                  event -> event.is(EventType.RESPONSE_CREATE) && metadata(event).equals(shown));
      tally.expect(sent, created, "metadata that the client sent", shown.toString());
    }
    Causes.of(connection, created)
        .map(MetadataIsEchoed::metadata)
        .filter(JsonNode::isObject)
        .ifPresent(
            sent -> tally.expect(shown.equals(sent), created, "metadata " + sent, words(shown)));
    response
        .done()
        .filter(done -> !same(metadata(done), shown))
        .ifPresent(
            done ->
                tally.expect(
                    false,
                    done,
                    "metadata as at its beginning, " + words(shown),
                    words(metadata(done))));
  }

  /** Whether null stands where there must be nothing is told apart. */
  private static boolean same(JsonNode one, JsonNode other) {
    return isNone(one) ? isNone(other) : one.equals(other);
  }

  private static boolean isNone(JsonNode metadata) {
    return metadata.isNull() || metadata.isMissingNode();
  }

  private static JsonNode metadata(Event event) {
    return event.json().at("/response/metadata");
  }

  private static String words(JsonNode metadata) {
    return metadata.isMissingNode() ? "none" : metadata.toString();
  }
}
