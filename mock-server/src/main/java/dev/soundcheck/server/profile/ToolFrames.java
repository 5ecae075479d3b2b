package dev.soundcheck.server.profile;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.server.session.Mcp;
import dev.soundcheck.server.session.Meaning;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Events about tools on the server's side; none was ever captured (live-behaviour.md 2.14). */
final class ToolFrames {
  private final Spelling spelling;

  ToolFrames(Spelling spelling) {
    this.spelling = spelling;
  }

  ObjectNode listed(Meaning.McpToolsListed meaning) {
    EventType type =
        switch (meaning.progress()) {
          case IN_PROGRESS -> EventType.MCP_LIST_TOOLS_IN_PROGRESS;
          case COMPLETED -> EventType.MCP_LIST_TOOLS_COMPLETED;
          case FAILED -> EventType.MCP_LIST_TOOLS_FAILED;
        };
    ObjectNode event = Frame.begin(type, meaning.eventId()).put("item_id", meaning.itemId());
    return Frame.end(with(event, meaning.failure()));
  }

  ObjectNode called(Meaning.McpCalled meaning) {
    EventType type =
        switch (meaning.progress()) {
          case IN_PROGRESS -> EventType.RESPONSE_MCP_CALL_IN_PROGRESS;
          case COMPLETED -> EventType.RESPONSE_MCP_CALL_COMPLETED;
          case FAILED -> EventType.RESPONSE_MCP_CALL_FAILED;
        };
    ObjectNode event =
        Frame.begin(type, meaning.eventId())
            .put("item_id", meaning.itemId())
            .put("output_index", 0);
    return Frame.end(with(event, meaning.failure()));
  }

  /** OpenAI's has padding, which is empty here: one strict client needs it (clients.md 9). */
  ObjectNode argumentsDelta(Meaning.McpArgumentsDelta meaning) {
    ObjectNode event =
        arguments(
                EventType.RESPONSE_MCP_CALL_ARGUMENTS_DELTA,
                meaning.eventId(),
                meaning.responseId(),
                meaning.call())
            .put("delta", meaning.call().arguments());
    return Frame.end(spelling.openAi() ? event.put("obfuscation", "") : event);
  }

  ObjectNode argumentsDone(Meaning.McpArgumentsDone meaning) {
    return Frame.end(
        arguments(
                EventType.RESPONSE_MCP_CALL_ARGUMENTS_DONE,
                meaning.eventId(),
                meaning.responseId(),
                meaning.call())
            .put("name", meaning.call().tool())
            .put("arguments", meaning.call().arguments()));
  }

  /** With an output index only where strict clients need one (clients.md 9). */
  private ObjectNode arguments(EventType type, String eventId, String responseId, Mcp.Call call) {
    ObjectNode event =
        Frame.begin(type, eventId)
            .put("response_id", responseId)
            .put("item_id", call.itemId())
            .put("call_id", call.callId());
    return spelling.openAi() ? event.put("output_index", 0) : event;
  }

  private static ObjectNode with(ObjectNode event, Optional<Mcp.Failure> failure) {
    failure.ifPresent(
        why -> event.putObject("error").put("type", why.type()).put("message", why.message()));
    return event;
  }
}
