/**
 * Sound in traces, judged: what is wrong with it and where, and the figures of each answer. It
 * knows the protocol and sound, holds a few seconds of each connection, and looks at no clock.
 */
@NullMarked
package dev.soundcheck.conformance.hearing;

import org.jspecify.annotations.NullMarked;
