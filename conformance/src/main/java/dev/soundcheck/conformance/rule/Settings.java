package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of a session at one moment: all that was sent, later members over earlier ones. What
 * was never sent is as a session begins: turns by hand, PCM at 24 kHz (live-behaviour.md 1.2, 1.3).
 *
 * @param session as in {@code session.update}
 */
public record Settings(JsonNode session) {
  static final Settings BEGINNING = new Settings(Json.mapper().createObjectNode());

  private static final int USUAL_RATE = 24_000;
  private static final int TELEPHONE_RATE = 8_000;

  /** The same after an update with this {@code session}. */
  Settings after(JsonNode update) {
    ObjectNode merged = (ObjectNode) session.deepCopy();
    merge(merged, update);
    return new Settings(merged);
  }

  private static void merge(ObjectNode into, JsonNode update) {
    update
        .properties()
        .forEach(
            member -> {
              JsonNode before = into.path(member.getKey());
              if (before instanceof ObjectNode object
                  && member.getValue().isObject()
                  && member.getKey().matches("audio|input|output")) {
                merge(object, member.getValue());
              } else {
                into.set(member.getKey(), member.getValue().deepCopy());
              }
            });
  }

  /** Whether the server ends turns; the place of {@code turn_detection} may be either. */
  public boolean serverVad() {
    JsonNode top = session.path("turn_detection");
    JsonNode turns = top.isMissingNode() ? session.at("/audio/input/turn_detection") : top;
    return turns.path("type").asString("").equals("server_vad");
  }

  /** The encoding of one direction: {@code audio/pcm} where none was sent. */
  public String encoding(Direction direction) {
    return session.at("/audio/" + direction.member() + "/format/type").asString("audio/pcm");
  }

  /** Samples a second of one direction. */
  public int rate(Direction direction) {
    int usual =
        encoding(direction).startsWith("audio/pcm") && encoding(direction).length() > 9
            ? TELEPHONE_RATE
            : USUAL_RATE;
    return session.at("/audio/" + direction.member() + "/format/rate").asInt(usual);
  }

  /** Whether sound of one direction was asked for as binary frames. */
  public boolean binary(Direction direction) {
    return session
        .at("/audio/" + direction.member() + "/transport")
        .asString("json")
        .equals("binary");
  }

  /** The model that writes down what the user says; empty when none was asked for. */
  public String transcriptionModel() {
    return session.at("/audio/input/transcription/model").asString("");
  }

  /** Whether the conversation is to be kept for a later connection. */
  public boolean resumption() {
    return session.at("/resumption/enabled").asBoolean(false);
  }

  /** Which way sound goes. */
  public enum Direction {
    /** The client's sound. */
    INPUT,
    /** The server's sound. */
    OUTPUT;

    String member() {
      return this == INPUT ? "input" : "output";
    }
  }
}
