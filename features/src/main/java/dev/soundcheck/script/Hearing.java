package dev.soundcheck.script;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a role remembers of the wire. Changed only while the position it belongs to is made. */
final class Hearing {
  private Window server = Window.EMPTY;
  private Window client = Window.EMPTY;
  private Window echoes = Window.EMPTY;
  private boolean answering;
  private boolean updated;
  private @Nullable String running;
  private @Nullable String finished;
  private @Nullable String cut;
  private @Nullable Duration firstAudio;
  private Duration answered = Duration.ZERO;
  private @Nullable String lastError;

  Hearing() {}

  Hearing(Hearing from) {
    server = from.server;
    client = from.client;
    echoes = from.echoes;
    answering = from.answering;
    updated = from.updated;
    running = from.running;
    finished = from.finished;
    cut = from.cut;
    firstAudio = from.firstAudio;
    answered = from.answered;
    lastError = from.lastError;
  }

  /** Takes in one event; of those nobody asks for only what they mean is kept. */
  void hear(Seen.Wire wire, Set<String> named) {
    var event = new Window.Event(wire.type(), wire.json());
    if (wire.from() == Origin.CLIENT) {
      client = named.contains(wire.type()) ? client.and(event) : client;
      return;
    }
    understand(wire);
    Optional<Window> fewer = echoes.without(wire.type(), wire.json());
    if (fewer.isPresent()) {
      echoes = fewer.get();
    } else if (named.contains(wire.type())) {
      server = server.and(event);
    }
  }

  private void understand(Seen.Wire wire) {
    switch (wire.type()) {
      case "session.updated" -> updated = true;
      case "response.created" -> begin(wire.json().path("response").path("id").asString(""));
      case "response.output_audio.delta" ->
          firstAudio = firstAudio == null ? wire.at() : firstAudio;
      case "response.done" -> {
        answered = wire.at();
        end(wire.json().path("response").path("id").asString(""));
      }
      case "error" -> lastError = wire.json().path("error").path("message").asString("");
      default -> {}
    }
  }

  private void begin(String id) {
    running = id;
    firstAudio = null;
  }

  private void end(String id) {
    answering = false;
    finished = id;
    if (id.equals(running)) {
      running = null;
    }
  }

  /** Claims an event of the server, and with it all that came before. */
  boolean claimFromServer(String type, JsonNode body) {
    Optional<Window> rest = server.after(type, body);
    rest.ifPresent(left -> server = left);
    return rest.isPresent();
  }

  /** The same, giving back the event. */
  Optional<JsonNode> takeFromServer(String type, JsonNode body) {
    Optional<JsonNode> found = server.first(type, body);
    found.ifPresent(event -> claimFromServer(type, body));
    return found;
  }

  /** Claims an event of the client, and with it all that came before. */
  boolean claimFromClient(String type, JsonNode body) {
    Optional<Window> rest = client.after(type, body);
    rest.ifPresent(left -> client = left);
    return rest.isPresent();
  }

  Optional<JsonNode> newestFromClient(String type) {
    return client.newest(type);
  }

  /** A new turn begins: what came before it belongs to lines before it. */
  void turnBegins() {
    server = Window.EMPTY;
  }

  /** What we send ourselves must not count as sent by the session. */
  void expectEcho(String type, JsonNode body) {
    echoes = echoes.and(new Window.Event(type, body));
  }

  void answerBegins() {
    answering = true;
  }

  /** The session asks for an answer, so none is running, whether the wire said so or not. */
  void answerEnds() {
    answering = false;
  }

  boolean answering() {
    return answering;
  }

  /** When the last answer was over. */
  Duration answered() {
    return answered;
  }

  boolean updated() {
    return updated;
  }

  /** When the answer that runs was first heard. */
  Optional<Duration> firstAudioOfRunning() {
    return running == null ? Optional.empty() : Optional.ofNullable(firstAudio);
  }

  void cutRunning() {
    cut = running;
  }

  /** Whether the response that just ended is the one that was broken into; asked once for each. */
  boolean claimCut() {
    boolean was = cut != null && (cut.equals(finished) || cut.equals(running));
    cut = was ? null : cut;
    return was;
  }

  /** What the last error said, in brackets; empty when there was none. */
  String lastError() {
    return lastError == null ? "" : " (the last error said '%s')".formatted(lastError);
  }
}
