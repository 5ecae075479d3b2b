/** Requirements held against their sources and against those who judge them. */
@NullMarked
package dev.soundcheck.conformance.requirement;

import org.jspecify.annotations.NullMarked;
