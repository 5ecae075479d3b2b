/**
 * The recording proxy: passes on what a client and a server say to each other, and writes it down.
 */
@NullMarked
package dev.soundcheck.conformance.proxy;

import org.jspecify.annotations.NullMarked;
