/** Somebody's suite for a server: steps of their own beside ours. */
@NullMarked
package dev.soundcheck.conformance.cucumber.caller.suite;

import org.jspecify.annotations.NullMarked;
