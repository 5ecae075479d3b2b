/** The steps for Cucumber, run by Cucumber. */
@NullMarked
package dev.soundcheck.conformance.cucumber;

import org.jspecify.annotations.NullMarked;
