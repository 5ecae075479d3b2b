package dev.soundcheck.conformance.client;

import tools.jackson.databind.node.ObjectNode;

/** Something the client does to its connection. */
sealed interface Deed {
  void onto(Wire wire);

  /** Sends an event. */
  record Send(ObjectNode event) implements Deed {
    @Override
    public void onto(Wire wire) {
      wire.send(event.toString());
    }
  }

  /** Sends sound as it is. */
  // Nobody compares deeds, and copying the sound would cost for nothing.
  @SuppressWarnings("ArrayRecordComponent")
  record SendSound(byte[] sound) implements Deed {
    @Override
    public void onto(Wire wire) {
      wire.send(sound);
    }
  }

  /** Ends the connection. */
  record HangUp(int code, String reason) implements Deed {
    @Override
    public void onto(Wire wire) {
      wire.close(code, reason);
    }
  }

  /** Asks something of the telephone call that the connection joined. */
  record AskCall(String action, ObjectNode body) implements Deed {
    @Override
    public void onto(Wire wire) {
      wire.ask(action, body.toString());
    }
  }
}
