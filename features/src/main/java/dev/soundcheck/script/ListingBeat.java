package dev.soundcheck.script;

import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An MCP server does not tell its tools when the session names it (events.yaml). */
record ListingBeat(Line line, String label, String why) implements Beat {
  private static final String FAILED = "mcp_list_tools.failed";

  @Override
  public Side side() {
    return Side.SERVER;
  }

  @Override
  public boolean staged() {
    return true;
  }

  @Override
  public boolean byServer(Stage stage) {
    stage.act(new Act.Unlisted(label, why));
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("message", why);
    return stage.hearing().claimFromServer(FAILED, body, 0)
        || stage.waitsWithin(line, FAILED + " with " + body);
  }

  @Override
  public Set<String> types() {
    return Set.of(FAILED);
  }
}
