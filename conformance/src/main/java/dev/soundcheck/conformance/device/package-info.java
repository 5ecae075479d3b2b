/**
 * Microphones and loudspeakers of the machine, by {@code javax.sound}: the one room that knows it.
 */
@NullMarked
package dev.soundcheck.conformance.device;

import org.jspecify.annotations.NullMarked;
