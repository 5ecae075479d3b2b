/**
 * Listening: upgrade, credentials, frames, back-pressure. The only room of the server that knows
 * Jetty.
 */
@NullMarked
package dev.soundcheck.server.jetty;

import org.jspecify.annotations.NullMarked;
