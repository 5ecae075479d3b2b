package dev.soundcheck.script;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The caller presses keys of the telephone. */
record PressBeat(Line line, String keys) implements Beat {
  private static final String PRESSED = "input_audio_buffer.dtmf_event_received";

  @Override
  public Side side() {
    return Side.SERVER;
  }

  @Override
  public boolean wantsAnswer() {
    return true;
  }

  @Override
  public boolean byServer(Stage stage) {
    if (stage.hearing().answering()) {
      return stage.waits(line);
    }
    stage.act(new Act.Press(keys));
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    List<JsonNode> bodies =
        keys.chars()
            .mapToObj(Character::toString)
            .<JsonNode>map(key -> JsonNodeFactory.instance.objectNode().put("event", key))
            .toList();
    return stage.hearing().claimAllFromServer(PRESSED, bodies)
        || stage.waitsWithin(line, "the keys \"%s\"".formatted(keys));
  }

  @Override
  public Set<String> types() {
    return Set.of(PRESSED);
  }
}
