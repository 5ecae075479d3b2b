/**
 * Tools that the client's user brings: fixed outputs and commands. The one room of the client that
 * starts other programs.
 */
@NullMarked
package dev.soundcheck.conformance.tool;

import org.jspecify.annotations.NullMarked;
