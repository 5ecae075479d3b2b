/**
 * The protocol of one session: deterministic, confined, without socket, thread or clock. Uses
 * schemas and audio.
 */
@NullMarked
package dev.soundcheck.server.session;

import org.jspecify.annotations.NullMarked;
