package dev.soundcheck.server.jetty;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Where to listen.
 *
 * @param host an address or a name of this machine, as it is told to people
 * @param address what it means
 * @param port 0 for a free one
 * @param identity the certificate shown; empty for plain connections
 */
public record Binding(String host, InetAddress address, int port, Optional<Identity> identity) {}
