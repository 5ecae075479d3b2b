package dev.soundcheck.script;

import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;

/** The client ends the call, over HTTP; the connection closes with it. */
record HangUpBeat(Line line) implements Beat {
  @Override
  public Side side() {
    return Side.CLIENT;
  }

  @Override
  public boolean byServer(Stage stage) {
    return new ClientEventBeat(line, Seen.HANG_UP, JsonNodeFactory.instance.objectNode())
        .byServer(stage);
  }

  @Override
  public boolean byClient(Stage stage) {
    if (stage.to().callDue == null) {
      stage.to().callDue = stage.now();
      stage.act(new Act.HangUpCall());
    }
    return stage.waitsWithin(line, "the end of the connection");
  }

  @Override
  public Set<String> types() {
    return Set.of(Seen.HANG_UP);
  }
}
