package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.hearing.AnswerFigures;
import dev.soundcheck.schemas.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures of the answers in a trace, for people and for programs. */
final class AnswerTable {
  private AnswerTable() {}

  /** Nothing when there was no answer with sound. */
  static List<String> lines(List<AnswerFigures> answers) {
    List<String> lines = new ArrayList<>();
    if (!answers.isEmpty()) {
      lines.add("answers, in ms; first sound after the request and after the user's last sound");
      lines.add(
          row(
              "line",
              "at",
              "request",
              "speech",
              "lasts",
              "dBFS",
              "under-runs",
              "overlap",
              "stopped in"));
      answers.forEach(answer -> lines.add(row(answer)));
    }
    return lines;
  }

  static ArrayNode json(List<AnswerFigures> answers) {
    ArrayNode all = Json.mapper().createArrayNode();
    answers.forEach(answer -> all.add(json(answer)));
    return all;
  }

  private static String row(AnswerFigures answer) {
    return row(
        Integer.toString(answer.line()),
        millis(answer.at()),
        millis(answer.afterRequest()),
        millis(answer.afterSpeech()),
        millis(answer.lasts()),
        answer.level().isPresent()
            ? String.format(Locale.ROOT, "%.1f", answer.level().getAsDouble())
            : "-",
        answer.underruns() == 0
            ? "0"
            : "%d (%s)".formatted(answer.underruns(), millis(answer.starved())),
        millis(answer.overlap()),
        millis(answer.interruption()));
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "  %7s %9s %9s %9s %9s %7s %10s %9s %11s", cells);
  }

  private static ObjectNode json(AnswerFigures answer) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("connection", answer.connection());
    json.put("response", answer.response()).put("line", answer.line());
    json.put("at_ms", answer.at().toNanos() / 1e6);
    put(json, "first_audio_after_request_ms", answer.afterRequest());
    put(json, "first_audio_after_speech_ms", answer.afterSpeech());
    put(json, "lasts_ms", Optional.of(answer.lasts()));
    answer.level().ifPresent(level -> json.put("level_dbfs", Math.round(level * 10) / 10.0));
    json.put("underruns", answer.underruns());
    put(json, "underrun_ms", Optional.of(answer.starved()));
    put(json, "overlap_ms", Optional.of(answer.overlap()));
    put(json, "interruption_ms", answer.interruption());
    return json;
  }

  /** What is not known has no member. */
  private static void put(ObjectNode json, String name, Optional<Duration> time) {
    time.ifPresent(known -> json.put(name, Math.round(known.toNanos() / 1e3) / 1e3));
  }

  private static String millis(Optional<Duration> time) {
    return time.map(AnswerTable::millis).orElse("-");
  }

  private static String millis(Duration time) {
    return Long.toString(Math.round(time.toNanos() / 1e6));
  }
}
