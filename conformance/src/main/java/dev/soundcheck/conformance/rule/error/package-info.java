/** Rules about mistakes and what comes after them. They use {@code rule} and the contract. */
@NullMarked
package dev.soundcheck.conformance.rule.error;

import org.jspecify.annotations.NullMarked;
