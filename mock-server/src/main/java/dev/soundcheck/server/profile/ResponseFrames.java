package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.server.session.Item;
import dev.soundcheck.server.session.Meaning;
import dev.soundcheck.server.session.Usage;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Events about an answer as a whole and its items (live-behaviour.md 1.5 to 1.7). */
final class ResponseFrames {
  private final Spelling spelling;
  private final ItemFrames items;

  ResponseFrames(Spelling spelling, ItemFrames items) {
    this.spelling = spelling;
    this.items = items;
  }

  ObjectNode created(Meaning.ResponseCreated meaning) {
    ObjectNode event = Frame.begin(EventType.RESPONSE_CREATED, meaning.eventId());
    ObjectNode response = event.putObject("response");
    response(response, meaning.responseId(), "in_progress", List.of(), meaning.metadata());
    return Frame.end(event);
  }

  /** The figures stand beside the response, whose own usage stays empty unless complete. */
  ObjectNode done(Meaning.ResponseDone meaning) {
    ObjectNode event = Frame.begin(EventType.RESPONSE_DONE, meaning.eventId());
    ObjectNode response = event.putObject("response");
    String status = meaning.status().wire();
    response(response, meaning.responseId(), status, meaning.output(), meaning.metadata());
    if (spelling.complete()) {
      usage(response.putObject("usage"), meaning.usage());
    }
    event.put("response_id", meaning.responseId());
    usage(event.putObject("usage"), meaning.usage());
    return Frame.end(event);
  }

  /** Only its status and its details were captured (live-behaviour.md 5.3). */
  ObjectNode failed(Meaning.TooManySessions meaning) {
    ObjectNode event = Frame.begin(EventType.RESPONSE_DONE, meaning.eventId());
    ObjectNode response = event.putObject("response");
    response(response, meaning.responseId(), "failed", List.of(), Optional.empty());
    ObjectNode details = response.putObject("status_details").put("type", "failed");
    details
        .putObject("error")
        .put("type", "invalid_request_error")
        .put("code", "rate_limit_exceeded")
        .put("message", meaning.message());
    if (spelling.complete()) {
      usage(response.putObject("usage"), Usage.NONE);
    }
    event.put("response_id", meaning.responseId());
    usage(event.putObject("usage"), Usage.NONE);
    return Frame.end(event);
  }

  private void response(
      ObjectNode response,
      String id,
      String status,
      List<Item> output,
      Optional<ObjectNode> metadata) {
    response.put("id", id).put("object", "realtime.response");
    var written = response.putArray("output");
    output.forEach(item -> written.add(items.inDone(item)));
    response.put("status", status);
    metadata.ifPresent(given -> response.set("metadata", given.deepCopy()));
    if (spelling.complete()) {
      response.putNull("status_details");
    } else {
      response.put("status_details", "unimplemented").putObject("usage");
    }
  }

  private static void usage(ObjectNode json, Usage usage) {
    json.put("input_tokens", usage.in());
    tokens(json.putObject("input_token_details"), usage.textIn(), usage.audioIn());
    json.put("output_tokens", usage.out());
    tokens(json.putObject("output_token_details"), usage.textOut(), usage.audioOut());
    json.put("total_tokens", usage.in() + usage.out())
        .put("output_audio_seconds", usage.audioSeconds())
        .put("billable_audio_seconds", usage.billableSeconds());
  }

  private static void tokens(ObjectNode json, int text, int audio) {
    json.put("text_tokens", text).put("audio_tokens", audio).put("grok_tokens", 0);
  }

  ObjectNode itemAdded(Meaning.OutputItemAdded meaning) {
    return item(
        EventType.RESPONSE_OUTPUT_ITEM_ADDED, meaning, meaning.responseId(), meaning.item());
  }

  ObjectNode itemDone(Meaning.OutputItemDone meaning) {
    return item(EventType.RESPONSE_OUTPUT_ITEM_DONE, meaning, meaning.responseId(), meaning.item());
  }

  /** The output index stays 0, whichever item it is. */
  private ObjectNode item(EventType type, Meaning meaning, String responseId, Item item) {
    ObjectNode event = Frame.begin(type, meaning.eventId());
    event.set("item", items.inOutput(item));
    return Frame.end(event.put("response_id", responseId).put("output_index", 0));
  }

  /** Without an output index unless complete. */
  ObjectNode argumentsDelta(Meaning.ArgumentsDelta meaning) {
    ObjectNode event =
        Frame.begin(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DELTA, meaning.eventId())
            .put("item_id", meaning.call().id())
            .put("response_id", meaning.responseId());
    if (spelling.complete()) {
      event.put("output_index", 0);
    }
    return Frame.end(
        event.put("delta", meaning.call().arguments()).put("call_id", meaning.call().callId()));
  }

  ObjectNode argumentsDone(Meaning.ArgumentsDone meaning) {
    return Frame.end(
        Frame.begin(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE, meaning.eventId())
            .put("item_id", meaning.call().id())
            .put("response_id", meaning.responseId())
            .put("output_index", 0)
            .put("call_id", meaning.call().callId())
            .put("name", meaning.call().tool())
            .put("arguments", meaning.call().arguments()));
  }
}
