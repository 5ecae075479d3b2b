package dev.soundcheck.conformance.device;

/**
 * A sound device of this machine.
 *
 * @param name as the system calls it
 * @param description in the system's words
 * @param records whether it has a microphone
 * @param plays whether it has a loudspeaker
 */
public record Device(String name, String description, boolean records, boolean plays) {}
