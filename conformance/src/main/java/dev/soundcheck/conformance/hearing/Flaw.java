package dev.soundcheck.conformance.hearing;

import java.time.Duration;
import java.util.Optional;

/**
 * Something wrong with sound.
 *
 * @param kind what
 * @param where the message it was heard in
 * @param sound which sound: the id of the answer's item, or {@code input} for all that a client
 *     sent on a connection in one format
 * @param offset where in that sound
 * @param text what was expected and what was found
 * @param excerpt the sound around it, when the trace has it
 */
public record Flaw(
    FlawKind kind,
    Where where,
    String sound,
    Duration offset,
    String text,
    Optional<Excerpt> excerpt) {}
