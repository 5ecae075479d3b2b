/**
 * Where actor and judge meet: one script played by both sides against each other. Uses everything
 * but the command line.
 */
@NullMarked
package dev.soundcheck.conformance.rehearsal;

import org.jspecify.annotations.NullMarked;
