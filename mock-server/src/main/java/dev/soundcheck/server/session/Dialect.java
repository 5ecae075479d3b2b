package dev.soundcheck.server.session;

/** The choices in which profiles behave differently; each named with its source. */
public record Dialect(boolean earlyResponse) {}
