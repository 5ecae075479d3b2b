package dev.soundcheck.server.play;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.fault.Exit;
import dev.soundcheck.server.fault.Outgoing;
import java.time.Duration;
import java.util.Optional;

/** Where things go on the wire: journaled as they really leave, then sent. */
final class Door implements Exit {
  private static final int WITHOUT_A_WORD = 1006;
  private static final String RESET = "reset";

  private final Journal journal;
  private final Wire wire;
  private Optional<Outgoing.Close> closed = Optional.empty();

  Door(Journal journal, Wire wire) {
    this.journal = journal;
    this.wire = wire;
  }

  /** How the connection was ended, if it was. */
  Optional<Outgoing.Close> closed() {
    return closed;
  }

  @Override
  public void leave(Duration now, Outgoing outgoing) {
    if (outgoing instanceof Outgoing.Event event) {
      byte[] utf8 = event.utf8();
      journal.said(now, Origin.SERVER, event.type(), event.json(), kept(event, utf8));
      send(event, utf8);
    } else if (outgoing instanceof Outgoing.Sound sound) {
      journal.spoke(now, sound.bytes());
      wire.send(sound.bytes());
    } else if (outgoing instanceof Outgoing.Broken broken) {
      journal.garbled(now, broken.text(), broken.why());
      wire.send(broken.text());
    } else if (outgoing instanceof Outgoing.Freeze) {
      wire.freeze();
    } else {
      end(now, outgoing);
    }
  }

  /** Padding may be twenty megabytes, and says nothing. */
  private static byte[] kept(Outgoing.Event event, byte[] utf8) {
    return event.padded() == 0 ? utf8 : Json.utf8(event.json());
  }

  private void send(Outgoing.Event event, byte[] utf8) {
    if (event.frames() > 1) {
      wire.send(event.text(), event.frames());
    } else {
      wire.sendText(utf8);
    }
  }

  private void end(Duration now, Outgoing outgoing) {
    Outgoing.Close close =
        outgoing instanceof Outgoing.Close given
            ? given
            : new Outgoing.Close(WITHOUT_A_WORD, RESET);
    closed = Optional.of(close);
    journal.closed(now, Origin.SERVER, close.code(), close.reason());
    if (outgoing instanceof Outgoing.Reset) {
      wire.reset();
    } else {
      wire.close(close.code(), close.reason());
    }
  }
}
