package dev.soundcheck.server.profile;

import dev.soundcheck.server.session.Item;
import dev.soundcheck.server.session.Item.Content;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Items as the wire has them: without content in the output of a response under way, with it
 * elsewhere; functions with another role in the conversation than in a response (live-behaviour.md
 * 1.4 to 1.6).
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
      ObjectNode json = begin(message, "message", message.role());
      if (withContent) {
        content(json.putArray("content"), message.content());
      }
      return end(json);
    }

    @Override
    public ObjectNode call(Item.Call call) {
      return end(
          begin(call, "function_call", functionRole)
              .put("call_id", call.callId())
              .put("name", call.tool())
              .put("arguments", call.arguments()));
    }

    @Override
    public ObjectNode output(Item.Output output) {
      return end(
          begin(output, "function_call_output", functionRole)
              .put("call_id", output.callId())
              .put("output", output.output()));
    }

    private ObjectNode begin(Item item, String type, String role) {
      return Frame.empty()
          .put("id", item.id())
          .put("object", "realtime.item")
          .put("type", type)
          .put("status", item.status().wire())
          .put("role", role);
    }

    private void content(ArrayNode json, List<Content> content) {
      for (Content part : content) {
        json.addObject().put("type", part.type()).put(part.form().wire(), part.value());
      }
    }

    private ObjectNode end(ObjectNode json) {
      return spelling.replayed() ? json.put("replayed", false) : json;
    }
  }
}
