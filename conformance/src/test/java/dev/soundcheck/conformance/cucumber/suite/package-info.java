/** Somebody's suite: steps of their own beside ours. */
@NullMarked
package dev.soundcheck.conformance.cucumber.suite;

import org.jspecify.annotations.NullMarked;
