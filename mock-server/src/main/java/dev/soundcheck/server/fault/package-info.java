/**
 * Misbehaviour: each fault of the catalogue as a value that changes what goes out of one
 * connection, or gives an order to its transport. Without socket, thread or clock.
 */
@NullMarked
package dev.soundcheck.server.fault;

import org.jspecify.annotations.NullMarked;
