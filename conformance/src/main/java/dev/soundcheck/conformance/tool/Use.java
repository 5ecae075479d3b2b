package dev.soundcheck.conformance.tool;

import java.time.Duration;
import java.util.Optional;

/**
 * One call of a tool, answered.
 *
 * @param callId the server's
 * @param tool its name
 * @param arguments as the server sent them
 * @param output what it was answered with
 * @param failure why that is an error; empty when it is none
 * @param took from the call to the output
 */
public record Use(
    String callId,
    String tool,
    String arguments,
    String output,
    Optional<String> failure,
    Duration took) {}
