package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.server.session.Meaning;
import tools.jackson.databind.node.ObjectNode;

/** Events about what the client put in: its sound, its items, its mistakes. */
final class InputFrames {
  private final Spelling spelling;
  private final ItemFrames items;

  InputFrames(Spelling spelling, ItemFrames items) {
    this.spelling = spelling;
    this.items = items;
  }

  ObjectNode speechStarted(Meaning.SpeechStarted meaning) {
    return Frame.end(
        Frame.begin(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED, meaning.eventId())
            .put("item_id", meaning.itemId())
            .put("audio_start_ms", meaning.at().toMillis()));
  }

  ObjectNode speechStopped(Meaning.SpeechStopped meaning) {
    return Frame.end(
        Frame.begin(EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED, meaning.eventId())
            .put("item_id", meaning.itemId())
            .put("audio_end_ms", meaning.at().toMillis()));
  }

  ObjectNode committed(Meaning.Committed meaning) {
    ObjectNode event =
        Frame.begin(EventType.INPUT_AUDIO_BUFFER_COMMITTED, meaning.eventId())
            .put("item_id", meaning.itemId());
    return Frame.end(event, meaning.previousItemId());
  }

  ObjectNode timeout(Meaning.TimeoutTriggered meaning) {
    ObjectNode event =
        Frame.begin(EventType.INPUT_AUDIO_BUFFER_TIMEOUT_TRIGGERED, meaning.eventId())
            .put("item_id", meaning.itemId())
            .put("audio_start_ms", meaning.from().toMillis())
            .put("audio_end_ms", meaning.to().toMillis());
    return Frame.end(event, meaning.previousItemId());
  }

  ObjectNode keyPressed(Meaning.KeyPressed meaning) {
    return Frame.end(
        Frame.begin(EventType.INPUT_AUDIO_BUFFER_DTMF_EVENT_RECEIVED, meaning.eventId())
            .put("event", meaning.key())
            .put("received_at", meaning.at().getEpochSecond()));
  }

  ObjectNode cleared(Meaning.Cleared meaning) {
    return Frame.end(Frame.begin(EventType.INPUT_AUDIO_BUFFER_CLEARED, meaning.eventId()));
  }

  ObjectNode added(Meaning.ItemAdded meaning) {
    ObjectNode event = Frame.begin(EventType.CONVERSATION_ITEM_ADDED, meaning.eventId());
    event.set("item", items.inConversation(meaning.item()));
    return Frame.end(event, meaning.previousItemId());
  }

  /**
   * As any other item on the wire (live-behaviour.md 2.12), though the guide names another event.
   */
  ObjectNode replayed(Meaning.ItemReplayed meaning) {
    ObjectNode event = Frame.begin(spelling.replay(), meaning.eventId());
    event.set("item", items.replayed(meaning.item()));
    return Frame.end(event, meaning.previousItemId());
  }

  ObjectNode retrieved(Meaning.ItemRetrieved meaning) {
    ObjectNode event = Frame.begin(EventType.CONVERSATION_ITEM_RETRIEVED, meaning.eventId());
    event.set("item", items.inConversation(meaning.item()));
    return Frame.end(event);
  }

  ObjectNode deleted(Meaning.ItemDeleted meaning) {
    return Frame.end(
        Frame.begin(EventType.CONVERSATION_ITEM_DELETED, meaning.eventId())
            .put("item_id", spelling.deletedId() ? meaning.itemId() : ""));
  }

  ObjectNode truncated(Meaning.ItemTruncated meaning) {
    return Frame.end(
        Frame.begin(EventType.CONVERSATION_ITEM_TRUNCATED, meaning.eventId())
            .put("item_id", meaning.itemId())
            .put("content_index", meaning.contentIndex())
            .put("audio_end_ms", meaning.audioEndMs())
            .put("transcript", meaning.transcript()));
  }

  ObjectNode transcriptUpdated(Meaning.TranscriptUpdated meaning) {
    return Frame.end(
        Frame.begin(
                EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_UPDATED, meaning.eventId())
            .put("item_id", meaning.itemId())
            .put("transcript", meaning.transcript())
            .put("content_index", 0));
  }

  ObjectNode transcriptCompleted(Meaning.TranscriptCompleted meaning) {
    ObjectNode event =
        Frame.begin(
                EventType.CONVERSATION_ITEM_INPUT_AUDIO_TRANSCRIPTION_COMPLETED, meaning.eventId())
            .put("item_id", meaning.itemId())
            .put("transcript", meaning.transcript())
            .put("content_index", 0)
            .put("status", meaning.status().wire());
    if (spelling.openAi()) {
      event
          .putObject("usage")
          .put("type", "duration")
          .put("seconds", meaning.lasting().toMillis() / 1000.0);
    }
    return Frame.end(event);
  }
}
