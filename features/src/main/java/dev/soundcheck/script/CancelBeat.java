package dev.soundcheck.script;

import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The client cancels the answer that runs.
 *
 * @param after how long after the answer was first heard
 */
record CancelBeat(Line line, Duration after) implements Beat {
  private static final String CANCEL = "response.cancel";

  @Override
  public Side side() {
    return Side.CLIENT;
  }

  @Override
  public boolean inAnswer() {
    return true;
  }

  @Override
  public boolean cuts() {
    return true;
  }

  @Override
  public boolean byServer(Stage stage) {
    return new ClientEventBeat(line, CANCEL, JsonNodeFactory.instance.objectNode()).byServer(stage);
  }

  @Override
  public boolean byClient(Stage stage) {
    if (!Cutting.due(stage, line, after)) {
      return false;
    }
    stage.act(new Act.Send(CANCEL, JsonNodeFactory.instance.objectNode()));
    return true;
  }

  @Override
  public Set<String> types() {
    return Set.of(CANCEL);
  }
}
