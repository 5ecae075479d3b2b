package dev.soundcheck.server.play;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import dev.soundcheck.server.profile.Shape;
import dev.soundcheck.server.session.Meaning;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says what the server says: written, judged, journaled, sent. What breaks the contract is sent
 * too.
 */
final class Mouth {
  private final Shape shape;
  private final Contract contract;
  private final Journal journal;
  private final Wire wire;

  Mouth(Shape shape, Contract contract, Journal journal, Wire wire) {
    this.shape = shape;
    this.contract = contract;
    this.journal = journal;
    this.wire = wire;
  }

  /**
   * Returns the event as it went on the wire; of sound that went as a binary frame, the event that
   * the frame stands for (events.yaml, {@code transport}).
   */
  ObjectNode say(Duration at, Meaning meaning) {
    ObjectNode event = shape.write(meaning);
    if (meaning instanceof Meaning.AudioDelta sound && sound.binary()) {
      journal.spoke(at, sound.audio().bytes());
      wire.send(sound.audio().bytes());
      return event;
    }
    return send(at, Kind.SERVER, event);
  }

  /** An event that the scenario wrote itself. */
  ObjectNode stage(Duration at, ObjectNode event) {
    return send(at, Kind.STAGED, event);
  }

  void close(Duration at, int code, String reason) {
    journal.closed(at, Origin.SERVER, code, reason);
    wire.close(code, reason);
  }

  private ObjectNode send(Duration at, Kind blame, ObjectNode event) {
    contract.judgeOurs(at, blame, event);
    journal.said(at, Origin.SERVER, event.path("type").asString(""), event);
    wire.send(event.toString());
    return event;
  }
}
