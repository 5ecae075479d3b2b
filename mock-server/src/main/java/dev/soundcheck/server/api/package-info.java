/**
 * HTTP neighbours of the socket, as functions of requests. Uses session and script; no transport.
 */
@NullMarked
package dev.soundcheck.server.api;

import org.jspecify.annotations.NullMarked;
