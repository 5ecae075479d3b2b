/** The room under test. */
@NullMarked
package dev.soundcheck.conformance.replay;

import org.jspecify.annotations.NullMarked;
