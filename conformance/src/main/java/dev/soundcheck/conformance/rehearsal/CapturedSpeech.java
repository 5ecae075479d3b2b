package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Kind;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.session.Transcript;
import dev.soundcheck.server.session.Transcript.Report;
import dev.soundcheck.server.session.Transcript.Reports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the server of a recording heard on one connection, and what it took it for. */
final class CapturedSpeech {
  /** An edge of speech, and with which piece of the client's sound it was noticed, from 1. */
  record Heard(int piece, Edge edge) {}

  /** One stretch of speech. */
  private static final class Stretch {
    final List<Report> speaking = new ArrayList<>();
    final List<Report> closed = new ArrayList<>();
    String words = "";
    String updated = "";
    boolean over;
  }

  private final List<Heard> edges = new ArrayList<>();
  private final Map<String, Stretch> stretches = new LinkedHashMap<>();
  private Duration last = Duration.ZERO;
  private int pieces;

  static CapturedSpeech of(List<Observed.Message> connection) {
    CapturedSpeech speech = new CapturedSpeech();
    for (Observed.Message message : connection) {
      EventType.named(message.type()).ifPresent(type -> speech.take(type, message.json()));
    }
    return speech;
  }

  private void take(EventType type, JsonNode event) {
    String item = event.path("item_id").asString("");
    switch (type) {
      case INPUT_AUDIO_BUFFER_APPEND -> pieces++;
      case INPUT_AUDIO_BUFFER_SPEECH_STARTED -> {
        edge(Kind.STARTED, event.path("audio_start_ms"));
        stretches.putIfAbsent(item, new Stretch());
      }
      case INPUT_AUDIO_BUFFER_SPEECH_STOPPED -> {
        edge(Kind.STOPPED, event.path("audio_end_ms"));
        stretch(item).over = true;
      }
      case RESPONSE_CREATED -> stretches.values().forEach(stretch -> stretch.over = true);
      case CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED ->
          stretch(item).updated = words(event);
      case CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED -> completed(stretch(item), event);
      default -> {}
    }
  }

  private Stretch stretch(String item) {
    return stretches.computeIfAbsent(item, unseen -> new Stretch());
  }

  private void edge(Kind kind, JsonNode millis) {
    Duration at = Duration.ofMillis(millis.asLong(0));
    last = at.compareTo(last) > 0 ? at : last;
    edges.add(new Heard(pieces, new Edge(kind, last, last)));
  }

  /** A transcript that is not finished follows its update, or comes bare (live-behaviour.md 4). */
  private static void completed(Stretch stretch, JsonNode event) {
    if (event.path("status").asString("completed").equals("in_progress")) {
      Report report = new Report(words(event), !stretch.updated.equals(words(event)));
      (stretch.over ? stretch.closed : stretch.speaking).add(report);
    } else {
      stretch.words = words(event);
    }
    stretch.updated = "";
  }

  private static String words(JsonNode event) {
    return event.path("transcript").asString("");
  }

  /** Where speech began and ended, in order. */
  List<Heard> edges() {
    return List.copyOf(edges);
  }

  /** What each stretch of speech was taken for, in order. */
  List<Transcript> transcripts() {
    return stretches.values().stream()
        .map(
            stretch ->
                new Transcript(
                    stretch.words, Optional.of(new Reports(stretch.speaking, stretch.closed))))
        .toList();
  }
}
