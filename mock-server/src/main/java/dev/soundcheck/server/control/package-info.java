/**
 * The control API under {@code /soundcheck/}: what happens on a server, and orders to it, as
 * functions of requests. Uses schemas, script, play, api and the server's values; no transport.
 */
@NullMarked
package dev.soundcheck.server.control;

import org.jspecify.annotations.NullMarked;
