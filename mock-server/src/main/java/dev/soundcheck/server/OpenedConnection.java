package dev.soundcheck.server;

import dev.soundcheck.schemas.Profile;

/**
 * A connection as it was let in.
 *
 * @param number counted from 1 over the life of the server
 * @param test the id of the test it belongs to; empty when it named none
 * @param profile the wire profile it speaks
 * @param scenario the name of what is played to it
 * @param model the model it asked for; empty when it named none
 */
public record OpenedConnection(
    int number, String test, Profile profile, String scenario, String model) {}
