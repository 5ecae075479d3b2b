package dev.soundcheck.server.session;

/** Something the server says, before it is written in any profile's way. */
public non-sealed interface Meaning extends Output {
  /** The id that the event carries on the wire. */
  String eventId();
}
