package dev.soundcheck.server.jetty;

import java.util.Optional;

/**
 * Where to listen.
 *
 * @param host an address or a name of this machine
 * @param port 0 for a free one
 * @param identity the certificate shown; empty for plain connections
 */
public record Binding(String host, int port, Optional<Identity> identity) {}
