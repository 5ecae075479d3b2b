package dev.soundcheck.server.time;

/** Which time a server lives in. */
public enum Time {
  /** That of the machine. */
  REAL,
  /** One that moves only when a scenario lets time pass or somebody advances it. */
  VIRTUAL
}
