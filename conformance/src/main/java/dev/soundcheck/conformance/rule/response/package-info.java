/**
 * Rules about answers, from their beginning to their end. They use {@code rule} and the contract.
 */
@NullMarked
package dev.soundcheck.conformance.rule.response;

import org.jspecify.annotations.NullMarked;
