/**
 * The real-audio client; plays a script's client role. Uses schemas, audio and script, never the
 * server.
 */
@NullMarked
package dev.soundcheck.conformance.client;

import org.jspecify.annotations.NullMarked;
