package dev.soundcheck.server.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The MCP servers that the session was told of. Each is asked for its tools when an update names it
 * for the first time, or otherwise than before (events.yaml {@code mcp_list_tools}).
 */
final class McpServers {
  private final Stage stage;
  private final Set<JsonNode> known = new HashSet<>();
  private final Map<String, Mcp.Failure> unreachable = new HashMap<>();

  McpServers(Stage stage) {
    this.stage = stage;
  }

  /** The server of this label will not tell its tools. */
  void fails(String label, Mcp.Failure failure) {
    unreachable.put(label, failure);
  }

  /** The session was updated. */
  void configured(Configuration configuration) {
    for (JsonNode tool : configuration.toolList()) {
      if (tool.path("type").asString("").equals("mcp") && known.add(tool)) {
        list(tool.path("server_label").asString(""));
      }
    }
  }

  private void list(String label) {
    String item = stage.ids().uuid();
    stage.say(
        event ->
            new Meaning.McpToolsListed(event, item, Mcp.Progress.IN_PROGRESS, Optional.empty()));
    stage.agenda().in(stage.pace().item(), () -> listed(label, item));
  }

  private void listed(String label, String item) {
    Optional<Mcp.Failure> failure = Optional.ofNullable(unreachable.get(label));
    Mcp.Progress how = failure.isPresent() ? Mcp.Progress.FAILED : Mcp.Progress.COMPLETED;
    stage.say(event -> new Meaning.McpToolsListed(event, item, how, failure));
  }
}
