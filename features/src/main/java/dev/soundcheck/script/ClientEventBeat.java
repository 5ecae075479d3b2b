package dev.soundcheck.script;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** An event of the client, by its name on the wire. */
record ClientEventBeat(Line line, String type, ObjectNode body) implements Beat {
  /** After one of these the session asks for an answer by itself. */
  private static final Set<String> ASKING = Set.of("response.create", "input_audio_buffer.commit");

  @Override
  public Side side() {
    return Side.CLIENT;
  }

  /** Events since the client's previous line count; a turn instead of it is not kept waiting. */
  @Override
  public boolean byServer(Stage stage) {
    if (stage.hearing().claimFromClient(type, body)) {
      stage.to().clientMet = stage.now();
      return true;
    }
    if (stage.to().turns.isEmpty()) {
      return stage.waits(line);
    }
    String found =
        stage
            .hearing()
            .newestFromClient(type)
            .map(Object::toString)
            .orElseGet(() -> Turns.shown(stage.to().turns.get(0)));
    stage.unmet(line.unmet(type + (body.isEmpty() ? "" : " with " + body), found));
    stage.to().owed = true;
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    stage.act(new Act.Send(type, body.deepCopy()));
    return true;
  }

  @Override
  public boolean welcomes(Turn turn) {
    return turn.kind() == Turn.Kind.NUDGED && nudges();
  }

  boolean nudges() {
    return type.equals("response.create");
  }

  boolean asks() {
    return ASKING.contains(type);
  }

  @Override
  public Set<String> types() {
    return Set.of(type);
  }
}
