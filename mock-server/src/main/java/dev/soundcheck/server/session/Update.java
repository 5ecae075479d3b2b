package dev.soundcheck.server.session;

import dev.soundcheck.audio.AudioFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One {@code session.update} laid over what was there (decisions.md "session.updated"). What it
 * does not name stays; with a mistake anywhere all of it stays.
 */
final class Update {
  private final Configuration before;
  private final JsonNode sent;
  private final Refusals refusals;
  private final List<Refusal> mistakes = new ArrayList<>();

  Update(Configuration before, JsonNode sent, Refusals refusals) {
    this.before = before;
    this.sent = sent;
    this.refusals = refusals;
  }

  /** The configuration after it. */
  Configuration merged() {
    JsonNode audio = sent.path("audio");
    JsonNode in = audio.path("input");
    JsonNode out = audio.path("output");
    return new Configuration(
        sent.path("instructions").asString(before.instructions()),
        kept(turnDetection(in), before.turnDetection()),
        kept(sent.path("reasoning"), before.reasoning()),
        before.model(),
        tools(),
        voice(either(sent, out, "voice")),
        kept(sent.path("replace"), before.replace()),
        kept(transcription(in), before.transcription()),
        leg(in, "session.audio.input.format", before.input()),
        leg(out, "session.audio.output.format", before.output()),
        kept(out.path("speed"), before.speed()),
        Modalities.textOnly(sent).orElse(before.textOnly()));
  }

  /** What is wrong with it, as one error; empty when it holds. Known after {@link #merged}. */
  Optional<Refusal> refusal() {
    if (mistakes.isEmpty()) {
      return Optional.empty();
    }
    Refusal first = mistakes.get(0);
    String all = mistakes.stream().map(Refusal::message).collect(Collectors.joining(" "));
    return Optional.of(
        new Refusal(first.type(), first.code(), all, first.param(), Optional.empty()));
  }

  private JsonNode turnDetection(JsonNode in) {
    return sent.has("turn_detection") ? sent.path("turn_detection") : ours(in);
  }

  /** Below the input other vendors' detectors are named; whatever their name, ours takes over. */
  private static JsonNode ours(JsonNode in) {
    if (!(in.path("turn_detection") instanceof ObjectNode sent)) {
      return in.path("turn_detection");
    }
    ObjectNode ours = sent.deepCopy();
    ours.remove("eagerness");
    return ours.path("type").isString() ? ours.put("type", "server_vad") : ours;
  }

  private static JsonNode either(JsonNode top, JsonNode nested, String key) {
    return top.has(key) ? top.path(key) : nested.path(key);
  }

  private JsonNode transcription(JsonNode in) {
    return in.has("transcription")
        ? in.path("transcription")
        : sent.path("input_audio_transcription");
  }

  private static Optional<JsonNode> kept(JsonNode value, Optional<JsonNode> before) {
    if (value.isMissingNode()) {
      return before;
    }
    return value.isNull() ? Optional.empty() : Optional.of(value.deepCopy());
  }

  private Optional<List<JsonNode>> tools() {
    JsonNode tools = sent.path("tools");
    if (tools.isMissingNode()) {
      return before.tools();
    }
    if (!tools.isArray()) {
      return Optional.empty();
    }
    for (Tools.Fault fault : Tools.faults(tools)) {
      mistakes.add(refusals.invalid(fault.param(), fault.message(), Optional.empty()));
    }
    return Optional.of(Tools.shown(tools));
  }

  private Optional<String> voice(JsonNode voice) {
    return voice.isString() ? Optional.of(Voices.id(voice.asString())) : before.voice();
  }

  private Configuration.Leg leg(JsonNode leg, String param, Configuration.Leg before) {
    String transport = leg.path("transport").asString(before.transport());
    return new Configuration.Leg(format(leg.path("format"), param, before.format()), transport);
  }

  private AudioFormat format(JsonNode format, String param, AudioFormat before) {
    if (!format.isObject()) {
      return before;
    }
    String type = format.path("type").asString(before.encoding().wire());
    JsonNode rate = format.path("rate");
    Optional<Integer> wanted = rate.isNumber() ? Optional.of(rate.asInt()) : Optional.empty();
    Optional<AudioFormat> known = AudioFormat.of(type, wanted).filter(AudioFormat::documented);
    if (known.isEmpty()) {
      mistakes.add(refusals.unsupportedFormat(param, format.toString()));
    }
    return known.orElse(before);
  }
}
