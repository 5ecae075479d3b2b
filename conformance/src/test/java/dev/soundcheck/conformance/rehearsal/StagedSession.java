package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.play.Conditions;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.Conversations;
import dev.soundcheck.server.play.Opening;
import dev.soundcheck.server.play.Play;
import dev.soundcheck.server.play.Wire;
import dev.soundcheck.server.play.Witness;
import dev.soundcheck.server.session.Past;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A session with our own mock at its own pace, written down in the form of the live captures: their
 * stand-in where a test needs one that nobody has seen.
 */
final class StagedSession implements Wire, Witness {
  private static final Duration CHUNK = Duration.ofMillis(100);
  private static final int SHORTENED = 44;

  private final Profile profile;
  private final String scenario;
  private final long seed;
  private final Conversations conversations = new Conversations();
  private final List<Observed> seen = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private int connection;
  private Play play;

  StagedSession(Profile profile, String scenario, long seed) {
    this.profile = profile;
    this.scenario = scenario;
    this.seed = seed;
    this.play = connect(Optional.empty());
  }

  private Play connect(Optional<String> conversation) {
    connection++;
    now = Duration.ZERO;
    Opening opening =
        new Opening(
            connection,
            Repertoire.builtIn().named(scenario).orElseThrow(),
            profile,
            "",
            seed + connection,
            SpokenVoice.embedded(),
            Instant.ofEpochSecond(1_800_000_000 + 100L * connection));
    Past past = new Past(conversation, conversations);
    Play opened = new Play(opening, Conditions.USUAL.with(past), this, this);
    opened.open();
    return opened;
  }

  StagedSession says(String event) {
    play.text(now, event);
    return this;
  }

  StagedSession configures(String members) {
    return says("{\"type\":\"session.update\",\"session\":{%s}}".formatted(members)).passes(600);
  }

  StagedSession types(String words) {
    return says("""
            {"type":"conversation.item.create","item":{"type":"message","role":"user",
             "content":[{"type":"input_text","text":"%s"}]}}"""
            .formatted(words))
        .says("{\"type\":\"response.create\"}");
  }

  /** Streams speech in real time, and quiet after it. */
  StagedSession speaks(String words) {
    byte[] sound = AudioFormat.DEFAULT.encode(SpokenVoice.embedded().speak(words));
    int silence = AudioFormat.DEFAULT.rate() * 2;
    byte[] all = Arrays.copyOf(sound, (sound.length + silence) / 2 * 2);
    int step = (int) (AudioFormat.DEFAULT.rate() * CHUNK.toMillis() / 1_000 * 2);
    for (int from = 0; from < all.length; from += step) {
      byte[] chunk = Arrays.copyOfRange(all, from, Math.min(all.length, from + step));
      String base64 = Base64.getEncoder().encodeToString(chunk);
      says("{\"type\":\"input_audio_buffer.append\",\"audio\":\"%s\"}".formatted(base64));
      passes(CHUNK.toMillis());
    }
    return this;
  }

  StagedSession passes(long millis) {
    now = now.plusMillis(millis);
    play.advance(now);
    return this;
  }

  /** The connection breaks, and the client comes back for its conversation. */
  StagedSession drops() {
    String conversation = last("conversation.created").at("/conversation/id").asString();
    play.left(now, 1011, "dropped");
    play = connect(Optional.of(conversation));
    return this;
  }

  JsonNode last(String type) {
    return messages()
        .filter(one -> one.type().equals(type))
        .reduce((a, b) -> b)
        .orElseThrow()
        .json();
  }

  private Stream<Observed.Message> messages() {
    return seen.stream()
        .filter(Observed.Message.class::isInstance)
        .map(Observed.Message.class::cast);
  }

  /** Writes it down as the captures are: a list of interactions, the audio shortened. */
  Path cassette(Path file) {
    List<String> lines = new ArrayList<>(List.of("version: 1", "interactions:"));
    seen.forEach(one -> lines.add("- " + interaction(one)));
    try {
      return Files.write(file, lines);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static ObjectNode interaction(Observed one) {
    ObjectNode line = JsonMapper.shared().createObjectNode();
    if (one instanceof Observed.Closed closed) {
      return line.put("kind", "close")
          .put("code", closed.code())
          .put("reason", closed.reason())
          .put("ok", false);
    }
    Observed.Message message = (Observed.Message) one;
    String direction = message.from() == Origin.CLIENT ? "sent" : "received";
    return line.put("kind", "message")
        .put("direction", direction)
        .set("data", shortened(message.json()));
  }

  private static JsonNode shortened(JsonNode event) {
    JsonNode copy = event.deepCopy();
    for (String key : List.of("audio", "delta")) {
      String value = copy.path(key).asString("");
      if (value.length() > 1_000) {
        ((ObjectNode) copy).put(key, value.substring(0, SHORTENED));
      }
    }
    return copy;
  }

  @Override
  public void send(byte[] bytes) {
    throw new AssertionError("a play says nothing in binary frames");
  }

  @Override
  public void send(String text) {}

  @Override
  public void close(int code, String reason) {}

  @Override
  public void observed(Observed observed) {
    seen.add(observed);
  }

  @Override
  public void found(ConnectionFinding finding) {}
}
