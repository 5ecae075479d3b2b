/** Reports of results, in every form. */
@NullMarked
package dev.soundcheck.conformance.report;

import org.jspecify.annotations.NullMarked;
