package dev.soundcheck.server.time;

/** How long the mock takes for what the live service needs time for. */
public enum Pacing {
  /** As long as was measured on the live service. */
  LIVE,
  /** No time at all; everything comes in the same order. */
  INSTANT
}
