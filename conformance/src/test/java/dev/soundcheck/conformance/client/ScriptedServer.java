package dev.soundcheck.conformance.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in virtual time that does what a test tells it. */
final class ScriptedServer implements Dialer, Wire {
  /** One event of the client, and when it came. */
  record Came(Duration at, String type, JsonNode json) {}

  /** What it does with an event of the client. */
  @FunctionalInterface
  interface Manners {
    void hear(ScriptedServer server, Came event);
  }

  private static final JsonMapper JSON = new JsonMapper();

  private final VirtualPace pace;
  private final Manners manners;
  private final List<Came> came = new ArrayList<>();
  private Optional<Ear> ear = Optional.empty();
  private int ids;
  private boolean open;

  ScriptedServer(VirtualPace pace, Manners manners) {
    this.pace = pace;
    this.manners = manners;
  }

  /** Answers updates, and whatever asks for an answer with {@code sound}. */
  static Manners polite(String sound) {
    return (server, event) -> {
      if ("session.update".equals(event.type())) {
        server.say(Duration.ZERO, "{'type':'session.updated'}");
      } else if ("response.create".equals(event.type())
          || "input_audio_buffer.commit".equals(event.type())) {
        server.answer(Duration.ofMillis(700), sound);
      }
    };
  }

  @Override
  public void dial(Target target, Ear listener) {
    ear = Optional.of(listener);
    open = true;
    listener.opened(this);
  }

  @Override
  public void send(String text) {
    JsonNode json = JSON.readTree(text);
    Came event = new Came(pace.now(), json.path("type").stringValue(), json);
    came.add(event);
    manners.hear(this, event);
  }

  /** Sound as a binary frame is an event of this name. */
  @Override
  public void send(byte[] bytes) {
    came.add(new Came(pace.now(), "binary", JSON.createObjectNode().put("bytes", bytes.length)));
  }

  @Override
  public void close(int code, String reason) {
    ear.orElseThrow().closed(code, reason);
  }

  @Override
  public void close() {}

  /** Says this a while from now; single quotes stand for double ones. */
  void say(Duration later, String event) {
    pace.at(pace.now().plus(later), () -> ear.orElseThrow().text(event.replace('\'', '"')));
  }

  /** Says this text a while from now, or as a binary message where it begins with an x. */
  void sayAsIs(Duration later, String text) {
    Runnable said =
        text.startsWith("x")
            ? () -> ear.orElseThrow().binary(text.getBytes(StandardCharsets.UTF_8))
            : () -> ear.orElseThrow().text(text);
    pace.at(pace.now().plus(later), said);
  }

  /** Does this a while from now. */
  void after(Duration later, Runnable work) {
    pace.at(pace.now().plus(later), work);
  }

  /** One response with this sound, as short as a response can be. */
  void answer(Duration later, String sound) {
    String id = "response-" + ++ids;
    say(later, "{'type':'response.created','response':{'id':'%s'}}".formatted(id));
    say(
        later.plusMillis(1),
        "{'type':'response.output_audio.delta','delta':'%s'}".formatted(sound));
    say(
        later.plusMillis(2),
        "{'type':'response.output_audio_transcript.delta','item_id':'i','delta':'Hello.'}");
    say(later.plusMillis(3), "{'type':'response.done','response':{'status':'completed'}}");
  }

  /** The server's own way out. */
  void hangUp(Duration later, int code, String reason) {
    open = false;
    pace.at(pace.now().plus(later), () -> ear.orElseThrow().closed(code, reason));
  }

  /** Whether it has not begun to hang up since it was last dialled. */
  boolean open() {
    return open;
  }

  List<Came> came() {
    return List.copyOf(came);
  }

  List<Came> came(String type) {
    return came.stream().filter(event -> type.equals(event.type())).toList();
  }
}
