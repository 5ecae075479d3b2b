/** The command line: parse, call, print. Uses everything. */
@NullMarked
package dev.soundcheck.conformance.cli;

import org.jspecify.annotations.NullMarked;
