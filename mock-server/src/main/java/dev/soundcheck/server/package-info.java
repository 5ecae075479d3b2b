/**
 * The door of the mock server: start it, point a client at it, take what it received. Uses all
 * rooms of the server.
 */
@NullMarked
package dev.soundcheck.server;

import org.jspecify.annotations.NullMarked;
