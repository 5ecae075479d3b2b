/** The pages of docs/how-to-add, done step by step in a copy of the project, and left undone. */
@NullMarked
package dev.soundcheck.conformance.adding;

import org.jspecify.annotations.NullMarked;
