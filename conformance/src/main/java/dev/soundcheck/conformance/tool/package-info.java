/**
 * The one room that starts other programs, and ends them with all that came of them: tools that the
 * client's user brings (fixed outputs and commands), and the program under test.
 */
@NullMarked
package dev.soundcheck.conformance.tool;

import org.jspecify.annotations.NullMarked;
