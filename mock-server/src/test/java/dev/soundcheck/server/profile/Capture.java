package dev.soundcheck.server.profile;

import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Kind;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.server.session.Hearing;
import dev.soundcheck.server.session.Intent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The first connection of a captured session: what the client sent, what the service said. */
final class Capture {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final List<JsonNode> sent = new ArrayList<>();
  private final List<JsonNode> received = new ArrayList<>();

  static Capture read(Path file) {
    Capture capture = new Capture();
    for (JsonNode one : YAML.readTree(file.toFile()).path("interactions")) {
      if (one.path("kind").asString().equals("close")) {
        break;
      }
      boolean ours = one.path("direction").asString().equals("received");
      (ours ? capture.received : capture.sent).add(one.path("data"));
    }
    return capture;
  }

  /** Speech begins and ends within the last sound sent, as often as the service heard it. */
  Hearing hearing() {
    long appends = count(sent, "input_audio_buffer.append");
    long turns = count(received, "input_audio_buffer.speech_started");
    return (settings, rate) -> new LastSound(appends, turns)::hear;
  }

  private static long count(List<JsonNode> events, String type) {
    return events.stream().filter(one -> one.path("type").asString().equals(type)).count();
  }

  /** Sends what the client sent; the mind answers what the service answered. */
  void playTo(Studio studio) {
    lines().forEach(studio::will);
    received.stream()
        .filter(one -> one.path("status").asString("").equals("completed"))
        .filter(one -> one.path("type").asString().endsWith("transcription.completed"))
        .map(one -> one.path("transcript").asString())
        .findFirst()
        .ifPresent(words -> studio.intends(new Intent.ExpectWords(words)));
    sent.forEach(event -> studio.sends(ours(event, studio)));
  }

  /** The client answers our call, whose id differs. */
  private static JsonNode ours(JsonNode event, Studio studio) {
    if (!event.path("item").has("call_id")) {
      return event;
    }
    ObjectNode copy = (ObjectNode) event.deepCopy();
    String callId =
        studio.last(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE).path("call_id").asString();
    ((ObjectNode) copy.path("item")).put("call_id", callId);
    return copy;
  }

  private List<Intent> lines() {
    return received.stream()
        .filter(one -> one.path("type").asString().equals("response.done"))
        .map(one -> answer(one.path("response").path("output")))
        .toList();
  }

  private static Intent answer(JsonNode output) {
    List<Intent.Part> parts = new ArrayList<>();
    output.forEach(item -> parts.add(part(item)));
    return new Intent.Answer(parts);
  }

  private static Intent.Part part(JsonNode item) {
    return item.path("type").asString().equals("function_call")
        ? new Intent.Call(item.path("name").asString(), item.path("arguments").asString())
        : new Intent.Speech(item.path("content").path(0).path("transcript").asString());
  }

  List<String> said() {
    return Said.types(received);
  }

  List<String> keys() {
    return Said.keys(received);
  }

  List<List<Integer>> textTokens() {
    return Said.textTokens(received);
  }

  private static final class LastSound {
    private final long appends;
    private final long turns;
    private long heard;

    LastSound(long appends, long turns) {
      this.appends = appends;
      this.turns = turns;
    }

    List<Edge> hear(Object chunk) {
      heard++;
      List<Edge> edges = new ArrayList<>();
      for (long i = 0; heard == appends && i < turns; i++) {
        edges.add(new Edge(Kind.STARTED, Duration.ofMillis(1), Duration.ofMillis(2)));
        edges.add(new Edge(Kind.STOPPED, Duration.ofMillis(3), Duration.ofMillis(4)));
      }
      return edges;
    }
  }
}
