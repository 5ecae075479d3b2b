package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;

/**
 * A place in a trace.
 *
 * @param line the line of the trace; its header is line 1
 * @param at when, since the first connection opened
 * @param connection which connection, counted from 1
 * @param from who said it
 * @param event the event's name; in parentheses what is none
 */
public record Where(int line, Duration at, int connection, Origin from, String event) {}
