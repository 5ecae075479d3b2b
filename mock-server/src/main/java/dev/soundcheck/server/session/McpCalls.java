package dev.soundcheck.server.session;

import java.util.Optional;

/**
 * The uses of MCP tools within one answer, as documented (events.yaml): the arguments, {@code
 * in_progress}, and some time later how it ended. Nothing of them is kept as an item
 * (docs/decisions/session-server-tools.md).
 */
final class McpCalls {
  private final Stage stage;
  private final String responseId;

  McpCalls(Stage stage, String responseId) {
    this.stage = stage;
    this.responseId = responseId;
  }

  /** Says that a tool is being used; the rest has to be run once it has been. */
  Runnable begin(Intent.Use use) {
    Mcp.Call call =
        new Mcp.Call(
            stage.ids().uuid(),
            "call-%s-0".formatted(stage.ids().uuid()),
            use.tool(),
            use.arguments());
    stage.say(event -> new Meaning.McpArgumentsDelta(event, responseId, call));
    stage.say(event -> new Meaning.McpArgumentsDone(event, responseId, call));
    stage.say(
        event ->
            new Meaning.McpCalled(
                event, call.itemId(), Mcp.Progress.IN_PROGRESS, Optional.empty()));
    return () -> end(call, use.failure());
  }

  private void end(Mcp.Call call, Optional<Mcp.Failure> failure) {
    Mcp.Progress how = failure.isPresent() ? Mcp.Progress.FAILED : Mcp.Progress.COMPLETED;
    stage.say(event -> new Meaning.McpCalled(event, call.itemId(), how, failure));
  }
}
