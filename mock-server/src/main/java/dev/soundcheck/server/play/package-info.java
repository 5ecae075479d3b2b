/**
 * One connection played: session, script, shape, validator and journal put together, text in and
 * text out. Uses schemas, audio, script, session and profile; no socket, thread or clock.
 */
@NullMarked
package dev.soundcheck.server.play;

import org.jspecify.annotations.NullMarked;
