package dev.soundcheck.conformance.hearing;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;

/**
 * A message in a trace.
 *
 * @param line the line of the trace; its header is line 1
 * @param at when, since open
 * @param connection which connection, counted from 1
 * @param from who sent it
 * @param event the event's name, {@code (binary)} for a binary frame
 */
public record Where(int line, Duration at, int connection, Origin from, String event) {}
