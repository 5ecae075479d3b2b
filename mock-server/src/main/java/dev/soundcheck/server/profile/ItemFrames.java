package dev.soundcheck.server.profile;

import dev.soundcheck.server.session.Item;
import dev.soundcheck.server.session.Item.Content;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Items as the wire has them. As captured they are without content in the output of a response
 * under way, with it elsewhere; functions have another role in the conversation than in a response
 * (live-behaviour.md 1.4 to 1.6). Complete items are the same everywhere (clients.md 9.1).
 */
final class ItemFrames {
  private final Spelling spelling;

  ItemFrames(Spelling spelling) {
    this.spelling = spelling;
  }

  /** As {@code conversation.item.added} shows it. */
  ObjectNode inConversation(Item item) {
    return item.readBy(new Writer(true, "tool"));
  }

  /** As {@code conversation.item.added} shows it again on a later connection. */
  ObjectNode replayed(Item item) {
    ObjectNode json = inConversation(item);
    return spelling.replayed() ? json.put("replayed", true) : json;
  }

  /** As {@code response.output_item.added} and {@code done} show it. */
  ObjectNode inOutput(Item item) {
    return item.readBy(new Writer(false, "user"));
  }

  /** As {@code response.done} shows it. */
  ObjectNode inDone(Item item) {
    return item.readBy(new Writer(true, "user"));
  }

  /** Writes one item. */
  private final class Writer implements Item.Reader<ObjectNode> {
    private final boolean withContent;
    private final String functionRole;

    Writer(boolean withContent, String functionRole) {
      this.withContent = withContent;
      this.functionRole = functionRole;
    }

    @Override
    public ObjectNode message(Item.Message message) {
      ObjectNode json = begin(message, "message").put("role", message.role());
      if (withContent || spelling.complete()) {
        content(json.putArray("content"), message);
      }
      return end(json);
    }

    @Override
    public ObjectNode call(Item.Call call) {
      return end(
          function(call, "function_call")
              .put("call_id", call.callId())
              .put("name", call.tool())
              .put("arguments", call.arguments()));
    }

    @Override
    public ObjectNode output(Item.Output output) {
      return end(
          function(output, "function_call_output")
              .put("call_id", output.callId())
              .put("output", output.output()));
    }

    private ObjectNode function(Item item, String type) {
      ObjectNode json = begin(item, type);
      return spelling.complete() ? json : json.put("role", functionRole);
    }

    private ObjectNode begin(Item item, String type) {
      return Frame.empty()
          .put("id", item.id())
          .put("object", "realtime.item")
          .put("type", type)
          .put("status", spelling.openAi() ? OpenAiNames.status(item) : item.status().wire());
    }

    private void content(ArrayNode json, Item.Message message) {
      for (Content part : message.content()) {
        String type =
            spelling.openAi() ? OpenAiNames.contentType(message.role(), part) : part.type();
        json.addObject().put("type", type).put(part.form().wire(), part.value());
      }
    }

    private ObjectNode end(ObjectNode json) {
      return spelling.replayed() ? json.put("replayed", false) : json;
    }
  }
}
