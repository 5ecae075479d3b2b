package dev.soundcheck.server.fault;

import java.time.Duration;
import java.util.Arrays;

/** A delta of sound lacks its last byte, and with it half a sample. */
record OddAudio(Target target) implements Misbehaviour {
  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    exit.leave(now, target.strikes(one) ? odd(one) : one);
  }

  private static Outgoing odd(Outgoing one) {
    if (one instanceof Outgoing.Sound sound) {
      return new Outgoing.Sound(shorter(sound.bytes()));
    }
    return one instanceof Outgoing.Event event
        ? event.with(Deltas.with(event.json(), shorter(Deltas.bytes(event.json()))))
        : one;
  }

  private static byte[] shorter(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.max(0, bytes.length - 1));
  }
}
