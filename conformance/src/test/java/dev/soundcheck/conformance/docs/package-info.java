/** What the documents show, compiled and run. */
@NullMarked
package dev.soundcheck.conformance.docs;

import org.jspecify.annotations.NullMarked;
