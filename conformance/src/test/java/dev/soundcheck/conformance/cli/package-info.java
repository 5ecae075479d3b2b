/** The command line as its user meets it, run in this process. */
@NullMarked
package dev.soundcheck.conformance.cli;

import org.jspecify.annotations.NullMarked;
