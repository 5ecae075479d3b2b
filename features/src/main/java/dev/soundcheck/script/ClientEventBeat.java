package dev.soundcheck.script;

import java.util.List;
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
    ObjectNode asked = Body.expected(body, stage.to().filling);
    if (stage.hearing().claimFromClient(type, asked)) {
      stage.to().clientMet = stage.now();
      return true;
    }
    if (stage.to().turns.isEmpty()) {
      return stage.waitsWithin(line, shown(asked));
    }
    String found =
        stage
            .hearing()
            .newestFromClient(type)
            .map(Object::toString)
            .orElseGet(() -> Turns.shown(stage.to().turns.get(0)));
    stage.unmet(line.unmet(shown(asked), found));
    stage.to().owed = true;
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    stage.act(new Act.Send(type, Body.sent(body, stage.to().filling)));
    return true;
  }

  private String shown(ObjectNode asked) {
    return type + (asked.isEmpty() ? "" : " with " + asked);
  }

  @Override
  public boolean cuts() {
    return type.equals("response.cancel");
  }

  @Override
  public List<String> names() {
    return Body.names(body);
  }

  @Override
  public boolean welcomes(Turn turn) {
    return turn.kind() == Turn.Kind.NUDGED && nudges();
  }

  boolean nudges() {
    return type.equals("response.create");
  }

  @Override
  public boolean wantsAnswer() {
    return ASKING.contains(type);
  }

  @Override
  public Set<String> types() {
    return Set.of(type);
  }
}
