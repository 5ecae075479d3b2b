/**
 * Many sessions with one server at once, and how long they have to wait for it: {@link
 * dev.soundcheck.conformance.load.Load} is the door. A session is a {@link
 * dev.soundcheck.conformance.load.Talker}, which has neither socket nor clock; the swarm carries
 * it. Times inside are nanoseconds since the run began.
 */
@NullMarked
package dev.soundcheck.conformance.load;

import org.jspecify.annotations.NullMarked;
