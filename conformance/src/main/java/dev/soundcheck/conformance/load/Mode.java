package dev.soundcheck.conformance.load;

/** What the sessions of a load do. */
public enum Mode {
  /** Users type. */
  TEXT,
  /** Users speak, their microphones always open. */
  AUDIO,
  /** Nobody says anything once the session is set up. */
  IDLE
}
