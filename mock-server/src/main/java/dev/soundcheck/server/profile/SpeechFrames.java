package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.server.session.Item;
import dev.soundcheck.server.session.Meaning;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Events about the words and the sound of an answer (live-behaviour.md 1.5). */
final class SpeechFrames {
  private final Spelling spelling;

  SpeechFrames(Spelling spelling) {
    this.spelling = spelling;
  }

  /** Its previous item is the string "0", in the middle. */
  ObjectNode partAdded(Meaning.PartAdded meaning) {
    ObjectNode event =
        Frame.begin(EventType.RESPONSE_CONTENT_PART_ADDED, meaning.eventId())
            .put("item_id", meaning.itemId())
            .put("previous_item_id", "0");
    event.set("part", part(meaning.form(), ""));
    event.put("response_id", meaning.responseId());
    return indices(event);
  }

  /** Has no part unless complete. */
  ObjectNode partDone(Meaning.PartDone meaning) {
    ObjectNode event = Frame.begin(EventType.RESPONSE_CONTENT_PART_DONE, meaning.eventId());
    indices(place(event, meaning.itemId(), meaning.responseId()));
    if (spelling.complete()) {
      event.set("part", part(meaning.form(), meaning.words()));
    }
    return Frame.end(event);
  }

  /** Text is a transcript, too, where the vendor's documents are followed to the letter. */
  private ObjectNode part(Item.Content.Form form, String words) {
    boolean text = form == Item.Content.Form.TEXT;
    String key = text && spelling.openAi() ? "text" : "transcript";
    return Frame.empty().put("type", text ? "text" : "audio").put(key, words);
  }

  ObjectNode textDelta(Meaning.TextDelta meaning) {
    ObjectNode event = Frame.begin(EventType.RESPONSE_OUTPUT_TEXT_DELTA, meaning.eventId());
    place(event, meaning.itemId(), meaning.responseId()).put("delta", meaning.words());
    return Frame.end(indices(event));
  }

  ObjectNode audioDelta(Meaning.AudioDelta meaning) {
    ObjectNode event = Frame.begin(EventType.RESPONSE_OUTPUT_AUDIO_DELTA, meaning.eventId());
    indices(
            place(event, meaning.itemId(), meaning.responseId())
                .put("delta", meaning.audio().base64()))
        .put("rid", meaning.rid());
    meaning.latency().ifPresent(latency -> event.put("latency", seconds(latency)));
    return Frame.end(
        event
            .put("audio_duration_ms", Math.round(meaning.lasting().toNanos() / 1e6))
            .put("ts", meaning.at().toEpochMilli()));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e9);
  }

  ObjectNode audioDone(Meaning.AudioDone meaning) {
    ObjectNode event = Frame.begin(EventType.RESPONSE_OUTPUT_AUDIO_DONE, meaning.eventId());
    return Frame.end(indices(place(event, meaning.itemId(), meaning.responseId())));
  }

  ObjectNode transcriptDelta(Meaning.TranscriptDelta meaning) {
    ObjectNode event =
        Frame.begin(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA, meaning.eventId());
    place(event, meaning.itemId(), meaning.responseId()).put("delta", meaning.words());
    return Frame.end(
        indices(event).put("rid", meaning.eventId()).put("start_time", meaning.startTime()));
  }

  ObjectNode transcriptDone(Meaning.TranscriptDone meaning) {
    ObjectNode event =
        Frame.begin(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE, meaning.eventId())
            .put("item_id", meaning.itemId())
            .put("transcript", meaning.transcript())
            .put("response_id", meaning.responseId());
    return Frame.end(indices(event));
  }

  private static ObjectNode place(ObjectNode event, String itemId, String responseId) {
    return event.put("item_id", itemId).put("response_id", responseId);
  }

  private static ObjectNode indices(ObjectNode event) {
    return event.put("content_index", 0).put("output_index", 0);
  }
}
