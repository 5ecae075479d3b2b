/** Every built-in scenario, played by both roles against each other. */
@NullMarked
package dev.soundcheck.conformance.rehearsal;

import org.jspecify.annotations.NullMarked;
