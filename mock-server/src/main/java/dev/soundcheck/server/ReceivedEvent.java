package dev.soundcheck.server;

import tools.jackson.databind.JsonNode;

/**
 * One event that a client sent.
 *
 * @param connection which connection, counted from 1
 * @param type its name, such as {@code session.update}
 * @param json the whole event
 */
public record ReceivedEvent(int connection, String type, JsonNode json) {}
