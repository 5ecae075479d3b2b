package dev.soundcheck.conformance.client;

import java.time.Duration;
import java.util.Optional;

/**
 * How an answer was cut short by somebody who began to speak.
 *
 * @param spoke when the speech began that broke in; empty when it had begun before the answer was
 *     to be heard
 * @param noticed when playing ended: the server said that it hears speech, or turns are ended by
 *     hand and the speech began
 */
public record Interruption(Optional<Duration> spoke, Duration noticed) {}
