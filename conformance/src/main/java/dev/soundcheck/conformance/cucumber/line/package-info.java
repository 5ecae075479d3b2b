/**
 * How lines of the language become steps of a suite, whichever role is played: one step for the
 * whole table of phrases, the script that a scenario's lines are compiled into, and how far its
 * play has got. Not for suites; uses schemas and script.
 */
@NullMarked
package dev.soundcheck.conformance.cucumber.line;

import org.jspecify.annotations.NullMarked;
