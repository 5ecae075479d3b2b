package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Something on a connection worth a line.
 *
 * @param event one word for programs
 * @param label one word for people
 * @param tone what it is about
 */
record Happening(
    String event, String label, Lines.Tone tone, Duration at, int connection, String text) {
  /** What an observation is worth. */
  static Optional<Happening> of(Observed observed) {
    if (observed instanceof Observed.Message message) {
      return message.from() == Origin.CLIENT ? asked(message) : answered(message);
    }
    if (observed instanceof Observed.Closed closed) {
      String why = closed.reason().isEmpty() ? "" : " \"" + closed.reason() + "\"";
      return Optional.of(
          new Happening(
              "closed",
              "closed",
              Lines.Tone.DIM,
              closed.at(),
              closed.connection(),
              closed.code() + why));
    }
    return Optional.empty();
  }

  private static Optional<Happening> asked(Observed.Message message) {
    JsonNode item = message.json().path("item");
    return switch (message.type() + " " + item.path("type").asString("")) {
      case "conversation.item.create message" ->
          some("typed", "types", Lines.Tone.CLIENT, message, words(item));
      case "conversation.item.create function_call_output" ->
          some("output", "returns", Lines.Tone.CLIENT, message, item.path("output").asString(""));
      case "response.cancel " -> some("cancel", "cancels", Lines.Tone.CLIENT, message, "");
      default -> Optional.empty();
    };
  }

  private static Optional<Happening> answered(Observed.Message message) {
    JsonNode json = message.json();
    return switch (message.type()) {
      case "conversation.item.input_audio_transcription.completed" ->
          some("heard", "heard", Lines.Tone.CLIENT, message, json.path("transcript").asString(""))
              .filter(it -> !"in_progress".equals(json.path("status").asString("")));
      case "response.output_audio_transcript.done" ->
          some("says", "says", Lines.Tone.SERVER, message, json.path("transcript").asString(""));
      case "response.function_call_arguments.done" ->
          some(
              "calls",
              "calls",
              Lines.Tone.SERVER,
              message,
              json.path("name").asString("") + " " + json.path("arguments").asString(""));
      case "error" ->
          some(
              "error",
              "error",
              Lines.Tone.BAD,
              message,
              json.path("error").path("message").asString(json.path("message").asString("")));
      default -> Optional.empty();
    };
  }

  private static String words(JsonNode item) {
    StringBuilder words = new StringBuilder();
    item.path("content").forEach(part -> words.append(part.path("text").asString("")));
    return words.toString();
  }

  private static Optional<Happening> some(
      String event, String label, Lines.Tone tone, Observed.Message message, String text) {
    return Optional.of(new Happening(event, label, tone, message.at(), message.connection(), text));
  }
}
