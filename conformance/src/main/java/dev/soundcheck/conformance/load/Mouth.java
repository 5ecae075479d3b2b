package dev.soundcheck.conformance.load;

/** Where a {@link Talker} says something; takes it at once and never blocks. */
interface Mouth {
  /** Sends a text message; the bytes are UTF-8, and are not changed. */
  void say(byte[] event);

  /** Ends the session, because there is no more to say or because of what went wrong. */
  void hangUp();
}
