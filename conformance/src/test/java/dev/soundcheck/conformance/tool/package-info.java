/** Tools of the client's user, run for real. */
@NullMarked
package dev.soundcheck.conformance.tool;

import org.jspecify.annotations.NullMarked;
