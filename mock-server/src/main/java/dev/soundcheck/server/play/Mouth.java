package dev.soundcheck.server.play;

import dev.soundcheck.script.Fault;
import dev.soundcheck.server.fault.Mischief;
import dev.soundcheck.server.fault.Outgoing;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import dev.soundcheck.server.profile.Shape;
import dev.soundcheck.server.session.Ids;
import dev.soundcheck.server.session.Meaning;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says what the server says: written, judged, and on its way to the door, where it is journaled and
 * sent. What breaks the contract is sent too; what a fault makes of an event is not judged.
 */
final class Mouth {
  private final Shape shape;
  private final Contract contract;
  private final Door door;
  private final Mischief mischief;

  Mouth(Shape shape, Contract contract, Door door, Ids ids) {
    this.shape = shape;
    this.contract = contract;
    this.door = door;
    this.mischief = new Mischief(door, ids);
  }

  /**
   * Returns the event as it was meant to go on the wire; of sound that went as a binary frame, the
   * event that the frame stands for (events.yaml, {@code transport}).
   */
  ObjectNode say(Duration at, Meaning meaning) {
    ObjectNode event = shape.write(meaning);
    if (meaning instanceof Meaning.AudioDelta sound && sound.binary()) {
      mischief.send(at, new Outgoing.Sound(sound.audio().bytes()));
      return event;
    }
    return send(at, Kind.SERVER, event);
  }

  /** An event that the scenario wrote itself. */
  ObjectNode stage(Duration at, ObjectNode event) {
    return send(at, Kind.STAGED, event);
  }

  void close(Duration at, int code, String reason) {
    mischief.send(at, new Outgoing.Close(code, reason));
  }

  /** This goes wrong from now on. */
  void misbehave(Duration at, Fault fault) {
    mischief.add(at, fault);
  }

  /** The client said something, with which a fault may begin. */
  void overhear(Duration at, String type) {
    mischief.overhear(at, type);
  }

  /** When what was held back is due, or a fault. */
  Optional<Duration> wakeAt() {
    return mischief.wakeAt();
  }

  void wake(Duration at) {
    mischief.wake(at);
  }

  /** How the connection was ended from this side, if it was. */
  Optional<Outgoing.Close> closed() {
    return door.closed();
  }

  private ObjectNode send(Duration at, Kind blame, ObjectNode event) {
    contract.judgeOurs(at, blame, event);
    mischief.send(at, new Outgoing.Event(event));
    return event;
  }
}
