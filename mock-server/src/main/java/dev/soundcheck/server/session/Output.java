package dev.soundcheck.server.session;

/**
 * What comes out of a session: something to say on the wire, or a cue for whoever plays the mind.
 */
public sealed interface Output permits Meaning, Cue {}
