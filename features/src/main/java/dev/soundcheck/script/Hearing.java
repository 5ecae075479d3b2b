package dev.soundcheck.script;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a role remembers of the wire. Changed only while the position it belongs to is made. */
final class Hearing {
  private static final Set<String> TURN_ENDS =
      Set.of(
          "input_audio_buffer.speech_stopped",
          "input_audio_buffer.committed",
          "input_audio_buffer.commit",
          "response.create");

  private Window server = Window.EMPTY;
  private Window client = Window.EMPTY;
  private Window echoes = Window.EMPTY;
  private Window marks = Window.EMPTY;
  private Recent recent = Recent.NOTHING;
  private long number;
  private Window.@Nullable Event claimed;
  private boolean answering;
  private boolean configuring;
  private boolean updated;
  private @Nullable String running;
  private @Nullable String finished;
  private @Nullable String cut;
  private Window.@Nullable Event firstSound;
  private Duration answered = Duration.ZERO;
  private Duration turnEnded = Duration.ZERO;
  private @Nullable String lastError;
  private Duration heard = Duration.ZERO;
  private String newest = "";

  Hearing() {}

  Hearing(Hearing from) {
    server = from.server;
    client = from.client;
    echoes = from.echoes;
    marks = from.marks;
    recent = from.recent;
    number = from.number;
    claimed = from.claimed;
    answering = from.answering;
    configuring = from.configuring;
    updated = from.updated;
    running = from.running;
    finished = from.finished;
    cut = from.cut;
    firstSound = from.firstSound;
    answered = from.answered;
    turnEnded = from.turnEnded;
    lastError = from.lastError;
    heard = from.heard;
    newest = from.newest;
  }

  /** Takes in one event; of those nobody asks for only what they mean is kept. */
  void hear(Seen.Wire wire, Heed heed) {
    var event = new Window.Event(++number, wire.at(), wire.type(), wire.json());
    recent = recent.and(wire);
    turnEnded = TURN_ENDS.contains(wire.type()) ? wire.at() : turnEnded;
    marks = heed.marked().contains(wire.type()) ? marks.and(event) : marks;
    boolean asked = heed.claimed().contains(wire.type());
    if (wire.from() == Origin.CLIENT) {
      client = asked ? client.and(event) : client;
      configuring = configuring || wire.type().equals("session.update");
      return;
    }
    heard = wire.at();
    newest = wire.type();
    understand(event);
    Optional<Window> fewer = echoes.without(wire.type(), wire.json());
    if (fewer.isPresent()) {
      echoes = fewer.get();
    } else if (asked) {
      server = server.and(event);
    }
  }

  private void understand(Window.Event wire) {
    switch (wire.type()) {
      case "session.updated" -> updated = true;
      case "response.created" -> begin(wire.json().path("response").path("id").asString(""));
      case "response.output_audio.delta",
          "response.output_audio_transcript.delta",
          "response.output_text.delta" ->
          firstSound = firstSound == null ? wire : firstSound;
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
    firstSound = null;
  }

  private void end(String id) {
    answering = false;
    finished = id;
    if (id.equals(running)) {
      running = null;
    }
  }

  /** Claims an event of the server that came after that many, and with it all that came before. */
  boolean claimFromServer(String type, JsonNode body, long after) {
    Optional<Window.Event> found = server.first(type, body, after);
    found.ifPresent(
        event -> {
          claimed = event;
          server = server.after(event);
        });
    return found.isPresent();
  }

  /** Claims several, one after another, or none. */
  boolean claimAllFromServer(String type, List<JsonNode> bodies) {
    Window left = server;
    for (JsonNode body : bodies) {
      Optional<Window.Event> next = left.first(type, body, 0);
      if (next.isEmpty()) {
        return false;
      }
      left = left.after(next.get());
    }
    server = left;
    return true;
  }

  /** Claims one as {@link #claimFromServer} does, giving it back. */
  Optional<JsonNode> takeFromServer(String type, JsonNode body) {
    return claimFromServer(type, body, 0) ? claimed().map(Window.Event::json) : Optional.empty();
  }

  /** Claims an event of the client, and with it all that came before. */
  boolean claimFromClient(String type, JsonNode body) {
    Optional<Window.Event> found = client.first(type, body, 0);
    found.ifPresent(
        event -> {
          claimed = event;
          client = client.after(event);
        });
    return found.isPresent();
  }

  /** A line begins that has claimed nothing yet. */
  void claimNothing() {
    claimed = null;
  }

  /** What the line that is played now, or the one just played, has claimed. */
  Optional<Window.Event> claimed() {
    return Optional.ofNullable(claimed);
  }

  /** The first event of this name after that many others; only of names that are marked. */
  Optional<Window.Event> mark(String type, long after) {
    return marks.first(type, after);
  }

  /** How many events were seen. */
  long number() {
    return number;
  }

  Recent recent() {
    return recent;
  }

  /** When the client's last turn was over, as far as the wire tells. */
  Duration turnEnded() {
    return turnEnded;
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
    echoes = echoes.and(new Window.Event(0, Duration.ZERO, type, body));
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

  /** Whether the client has said anything of its session. */
  boolean configuring() {
    return configuring;
  }

  boolean updated() {
    return updated;
  }

  /** Whether the wire has told of an answer that it has not ended. */
  boolean running() {
    return running != null;
  }

  /** What was first heard of the answer that runs. */
  Optional<Window.Event> firstSoundOfRunning() {
    return running == null ? Optional.empty() : Optional.ofNullable(firstSound);
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

  /** When the server was heard last. */
  Duration heard() {
    return heard;
  }

  /** What the server was heard to say last. */
  String newest() {
    return newest;
  }

  /** What the last error said, in brackets; empty when there was none. */
  String lastError() {
    return lastError == null ? "" : " (the last error said '%s')".formatted(lastError);
  }
}
