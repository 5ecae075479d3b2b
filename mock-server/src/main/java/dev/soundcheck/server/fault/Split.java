package dev.soundcheck.server.fault;

import dev.soundcheck.server.session.Ids;
import java.time.Duration;

/** A delta comes in pieces, each an event of its own. */
record Split(Target target, int pieces, Ids ids) implements Misbehaviour {
  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    if (!target.strikes(one)) {
      exit.leave(now, one);
      return;
    }
    for (int piece = 0; piece < pieces; piece++) {
      exit.leave(now, piece(one, piece));
    }
  }

  private Outgoing piece(Outgoing one, int piece) {
    if (one instanceof Outgoing.Sound sound) {
      return new Outgoing.Sound(Deltas.part(sound.bytes(), piece, pieces));
    }
    if (!(one instanceof Outgoing.Event event)) {
      return one;
    }
    var part = Deltas.part(event.json(), piece, pieces);
    return event.with(piece == 0 ? part : part.put("event_id", ids.uuid()));
  }
}
