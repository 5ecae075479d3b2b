/**
 * Traces judged: brought in from other formats, held against the contract, and against each other.
 */
@NullMarked
package dev.soundcheck.conformance.verify;

import org.jspecify.annotations.NullMarked;
