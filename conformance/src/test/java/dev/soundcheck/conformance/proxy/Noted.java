package dev.soundcheck.conformance.proxy;

import tools.jackson.databind.JsonNode;

/** An event, and when it had come, in nanoseconds of {@link System#nanoTime}. */
record Noted(long at, JsonNode event) {}
