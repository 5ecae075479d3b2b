/** Rules about errors, and about what has to be one. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.error;

import org.jspecify.annotations.NullMarked;
