package dev.soundcheck.conformance.client;

import java.time.Duration;

/**
 * A connection that did not come about or broke, after which the client dialled again.
 *
 * @param at when, since the first connection opened; zero before that
 * @param why in words
 * @param attempt the how manieth in a row the next one is
 * @param waited how long the client waited before it
 */
public record Drop(Duration at, String why, int attempt, Duration waited) {}
