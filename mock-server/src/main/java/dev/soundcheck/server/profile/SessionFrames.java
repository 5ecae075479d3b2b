package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.server.session.Configuration;
import dev.soundcheck.server.session.Meaning;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Events about the session as a whole (live-behaviour.md 1.2 and 1.3). */
final class SessionFrames {
  private final Spelling spelling;

  SessionFrames(Spelling spelling) {
    this.spelling = spelling;
  }

  ObjectNode created(Meaning.SessionCreated meaning) {
    ObjectNode event = Frame.begin(EventType.SESSION_CREATED, meaning.eventId());
    ObjectNode session =
        begin(event.putObject("session"))
            .put("id", meaning.sessionId())
            .put("object", "realtime.session")
            .put("instructions", meaning.session().instructions())
            .put("voice", spelling.voice());
    session.putArray("modalities").add("audio");
    session.putObject("turn_detection").putNull("type");
    session.putArray("tools");
    session.put("model", meaning.session().model());
    return event;
  }

  ObjectNode conversation(Meaning.ConversationCreated meaning) {
    ObjectNode event = Frame.begin(EventType.CONVERSATION_CREATED, meaning.eventId());
    event
        .putObject("conversation")
        .put("id", meaning.conversationId())
        .put("object", "realtime.conversation");
    return Frame.end(event);
  }

  ObjectNode ping(Meaning.Pinged meaning) {
    ObjectNode event = Frame.begin(EventType.PING, meaning.eventId());
    return Frame.end(event.put("timestamp", meaning.at().toEpochMilli()));
  }

  /** The session comes before the type. */
  ObjectNode updated(Meaning.SessionUpdated meaning) {
    ObjectNode event = Frame.empty();
    event.set("session", session(meaning.session()));
    event.put("type", EventType.SESSION_UPDATED.wire()).put("event_id", meaning.eventId());
    return Frame.end(event);
  }

  private ObjectNode session(Configuration session) {
    ObjectNode json =
        begin(Frame.empty())
            .put("instructions", session.instructions())
            .put("enable_noise_suppression", spelling.noiseSuppression());
    put(json, "turn_detection", session.turnDetection());
    put(json, "reasoning", session.reasoning());
    json.put("model", session.model());
    session.tools().ifPresent(tools -> tools(json.putArray("tools"), tools));
    session.voice().ifPresent(voice -> json.put("voice", voice));
    put(json, "replace", session.replace());
    json.put("keep_context", false).put("enable_phonetic_spelling", false);
    session
        .transcription()
        .ifPresentOrElse(
            sent -> json.set("input_audio_transcription", sent.deepCopy()),
            () -> json.putNull("input_audio_transcription"));
    json.putArray("modalities").add(shown(session.textOnly()));
    json.put("input_audio_format", "not specified")
        .put("output_audio_format", "not specified")
        .put("tool_choice", "auto")
        .put("temperature", -1.0)
        .put("max_response_output_tokens", "inf");
    ObjectNode audio = json.putObject("audio");
    leg(audio.putObject("input"), session.input(), "transcription", session.transcription());
    leg(audio.putObject("output"), session.output(), "speed", session.speed());
    return json;
  }

  /** The captured ones say audio whatever was asked for (live-behaviour.md 2.15). */
  private String shown(boolean textOnly) {
    return textOnly && spelling.complete() ? "text" : "audio";
  }

  /** Strict clients want a type (clients.md 9.1). */
  private ObjectNode begin(ObjectNode session) {
    return spelling.openAi() ? session.put("type", "realtime") : session;
  }

  private void tools(ArrayNode json, List<JsonNode> nested) {
    List<JsonNode> shown = spelling.openAi() ? OpenAiNames.tools(nested) : nested;
    shown.forEach(tool -> json.add(spelling.complete() ? flat(tool) : tool));
  }

  private static JsonNode flat(JsonNode tool) {
    if (!(tool.path("function") instanceof ObjectNode function)) {
      return tool;
    }
    ObjectNode json = Frame.empty().put("type", "function");
    return json.setAll(function);
  }

  private void leg(
      ObjectNode json, Configuration.Leg leg, String lastKey, Optional<JsonNode> last) {
    ObjectNode format = json.putObject("format").put("type", leg.encoding());
    if (!spelling.openAi() || OpenAiNames.showsRate(leg.encoding(), leg.rate())) {
      format.put("rate", leg.rate());
    }
    json.put("transport", leg.transport());
    put(json, lastKey, last);
  }

  private static void put(ObjectNode json, String key, Optional<JsonNode> value) {
    value.ifPresent(given -> json.set(key, given.deepCopy()));
  }
}
