package dev.soundcheck.script;

import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event of the server, by its name on the wire. The server role makes sure that it is sent: what
 * the session says by itself counts, and only where it says nothing the event is sent as written;
 * not, though, to a client that left out its own line before, which this one would react to.
 */
record ServerEventBeat(Line line, String type, ObjectNode body) implements Beat {
  /** What a session sends by its own clock, so that a line for it is never early enough. */
  private static final Set<String> BY_CLOCK =
      Set.of("ping", "input_audio_buffer.timeout_triggered");

  @Override
  public Side side() {
    return Side.SERVER;
  }

  @Override
  public boolean byServer(Stage stage) {
    if (stage.hearing().claimFromServer(type, body)) {
      return true;
    }
    if (stage.to().owed) {
      return true;
    }
    if (stage.hearing().answering()) {
      return stage.waits(line);
    }
    Duration due = cause(stage).plus(Stage.REACTION);
    if (stage.now().compareTo(due) < 0) {
      return stage.passesUntil(line, due);
    }
    stage.hearing().expectEcho(type, body);
    stage.act(new Act.Send(type, body.deepCopy()));
    return true;
  }

  private Duration cause(Stage stage) {
    return BY_CLOCK.contains(type) ? stage.to().entered : stage.to().clientMet;
  }

  @Override
  public boolean byClient(Stage stage) {
    return stage.hearing().claimFromServer(type, body) || stage.waitsWithin(line, expected());
  }

  private String expected() {
    return type + (body.isEmpty() ? "" : " with " + body);
  }

  @Override
  public Set<String> types() {
    return Set.of(type);
  }
}
