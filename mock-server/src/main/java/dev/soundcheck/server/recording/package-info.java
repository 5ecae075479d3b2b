/**
 * A recorded session played again: one side of it is spoken as it was, the other is waited for and
 * compared. Without socket, thread or clock.
 */
@NullMarked
package dev.soundcheck.server.recording;

import org.jspecify.annotations.NullMarked;
