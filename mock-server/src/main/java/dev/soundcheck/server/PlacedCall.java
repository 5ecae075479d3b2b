package dev.soundcheck.server;

import java.net.URI;

/**
 * A telephone call that waits for a client.
 *
 * @param id as in {@code call_id}
 * @param uri where to join it, such as {@code ws://127.0.0.1:49152/v1/realtime?call_id=…}
 */
public record PlacedCall(String id, URI uri) {}
