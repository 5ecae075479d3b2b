package dev.soundcheck.conformance.suite;

import dev.soundcheck.conformance.rule.Breach;

/**
 * A place where a requirement was not met.
 *
 * @param conversation the name of the conversation
 * @param breach what was expected there, what was found, and where in its trace
 */
public record Offence(String conversation, Breach breach) {}
